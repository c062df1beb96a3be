using System.Globalization;
using Microsoft.AspNetCore.Components;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Shell;
using Yipanqi.Web.Shell.Forms;
using Yipanqi.Web.Shell.Notices;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages.Schemes;

/// <summary>What the pages that write at a draft have in common: they load it, carry out one step and go on, or keep what was typed.</summary>
public abstract class DraftComponent : LoadedComponent
{
    [Parameter] public Guid Id { get; set; }
    [CascadingParameter] protected HttpContext Http { get; set; } = default!;
    [Inject] protected SchemesQuery Versions { get; set; } = default!;
    [Inject] protected EditDraft Edit { get; set; } = default!;
    [Inject] protected TimeProvider Clock { get; set; } = default!;
    [Inject] protected Flash Flash { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    protected SchemeView? View { get; private set; }

    protected FormErrors Errors { get; set; } = new();

    protected Actor Actor => Http.Actor();

    private string SentForm => Http.Request.HasFormContentType ? Http.Request.Form["_handler"].ToString() : "";

    protected bool CanEdit => View?.Line.Status == SchemeStatus.Draft && Actor.Can(Permission.ManageSchemes);

    /// <summary>The version that was read when the form was made, not the one there is now.</summary>
    protected int ReadVersion => int.TryParse(Typed("Version"), CultureInfo.InvariantCulture, out var version) ? version : -1;

    /// <param name="toWrite">A page for drafts alone.</param>
    protected async Task LoadAsync(bool toWrite)
    {
        View = await Versions.FindAsync(Actor, Id, Http.RequestAborted);
        if (View is null || (toWrite && !CanEdit))
        {
            View = null;
            Navigation.NotFound();
        }
    }

    /// <summary>What this form was refused for; it shows that itself.</summary>
    protected FormErrors ErrorsOf(string form) => SentForm == form ? Errors : new();

    /// <summary>What a form was refused for that has no room to show it: one of a button alone.</summary>
    protected FormErrors ErrorsOfButtons(params string[] forms) => forms.Contains(SentForm) ? new() : Errors;

    protected async Task StepAsync(DraftStep step, string to) => FollowStep(await Edit.RunAsync(Actor, new(Id, ReadVersion, step), Http.RequestAborted), to);

    protected void FollowStep(Outcome<string> outcome, string to) =>
        Follow(outcome.IsDone ? T.Of(outcome.Value.Length == 0 ? "没有改动" : $"已保存：{outcome.Value}") : outcome, to);

    /// <summary>Goes on with a notice, or shows why not.</summary>
    protected void Follow(Outcome<string> outcome, string to)
    {
        if (!outcome.IsDone)
        {
            Errors = RefusalErrors.Of(outcome.Refusals, form: "");
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        Flash.Set(Http, new(outcome.Value));
        Navigation.NavigateTo(to);
    }

    protected string Typed(string field, string otherwise = "") => Http.Request.HasFormContentType && Http.Request.Form.TryGetValue(field, out var typed) ? typed.ToString().Trim() : otherwise;

    protected double TypedNumber(string field) => FigureText.Parse(Typed(field)) ?? double.NaN;

    /// <summary>A reason with the name of the person who signs it; null where none was written.</summary>
    protected SignedReason? Signed(string field) =>
        Typed(field) is { Length: > 0 } text ? new(text, Actor.Name, ChinaTime.DayOf(Clock.GetUtcNow().UtcDateTime)) : null;
}
