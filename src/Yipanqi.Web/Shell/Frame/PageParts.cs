using Microsoft.AspNetCore.Components;

namespace Yipanqi.Web.Shell.Frame;

/// <summary>
/// What the page of this request told its frame. In place of the framework's sections, which put one component in the place of another and let the one taken away
/// be written while it is gone: its pages then hold each other, and the process ends (docs/decisions/0142). Here a place is drawn again and nothing is taken away.
/// </summary>
public sealed class PageParts
{
    private readonly Dictionary<PagePart, RenderFragment?> told = [];

    public event Action<PagePart>? Told;

    public RenderFragment? this[PagePart part] => told.GetValueOrDefault(part);

    public void Tell(PagePart part, RenderFragment? content)
    {
        told[part] = content;
        Told?.Invoke(part);
    }

    /// <summary>The request is answered by another page: a refusal, an error.</summary>
    public void Clear()
    {
        told.Clear();
        Told = null;
    }
}
