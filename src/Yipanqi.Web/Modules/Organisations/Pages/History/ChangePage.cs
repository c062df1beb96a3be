using Microsoft.AspNetCore.Components;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Shell;
using Yipanqi.Web.Shell.Forms;
using Yipanqi.Web.Shell.Notices;

namespace Yipanqi.Web.Modules.Organisations.Pages.History;

/// <summary>What the five forms of a change have in common: whom it is about, what was typed, how it ends.</summary>
public abstract class ChangePage : LoadedComponent
{
    [Parameter] public Guid Id { get; set; }

    [CascadingParameter] public HttpContext Http { get; set; } = default!;

    [Inject] private UnitChangeQuery Changes { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private Flash Flash { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected UnitChangeView? View { get; private set; }

    protected FormErrors Errors { get; private set; } = new();

    protected ChangeForm Input { get; private set; } = new();

    protected DateOnly Today => ChinaTime.DayOf(Clock.GetUtcNow().UtcDateTime);

    protected abstract ChangeForm? Posted { get; }

    protected virtual void Prefill()
    {
    }

    protected override async Task OnInitializedAsync()
    {
        View = await Changes.FindAsync(Http.Actor(), Id, Http.RequestAborted);
        if (View is null)
        {
            Navigation.NotFound();
            return;
        }

        if (Posted is { } posted)
        {
            Input = posted;
            return;
        }

        Input = new ChangeForm { Version = View.Version, Day = DayText.Write(Today), Target = Picked.From(name => Http.Request.Query[name], nameof(ChangeForm.Target)) };
        Prefill();
    }

    protected void Leave(Outcome<UnitChanged> outcome, string notice)
    {
        if (outcome.IsDone)
        {
            Flash.Set(Http, new(notice, View!.Name, Undo: outcome.Value.Undo));
            Navigation.NavigateTo($"/units/{outcome.Value.UnitId}");
            return;
        }

        Errors = RefusalErrors.Of(outcome.Refusals, form: "");
        if (outcome.Refusals.Any(r => r.Code == EditUnit.RacedCode))
        {
            Input.Version = View!.Version;
        }
    }
}
