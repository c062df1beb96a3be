using Microsoft.AspNetCore.Components;

namespace Yipanqi.Web.Shell;

/// <summary>
/// What every component is: drawn once, when all it asked for has come. The framework's own base draws once more in between, at
/// the first wait, when half of a page's fields are still empty; on the server nobody would see that drawing, but it can fail.
/// </summary>
public abstract class LoadedComponent : ComponentBase
{
    private bool loaded;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!loaded)
        {
            OnInitialized();
            await OnInitializedAsync();
            loaded = true;
        }

        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }
}
