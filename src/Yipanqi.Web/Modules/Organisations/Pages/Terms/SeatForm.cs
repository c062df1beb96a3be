using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Shell.Forms;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Organisations.Pages.Terms;

/// <summary>The fields of a new seat as they were posted, and what its selects offer.</summary>
public sealed class SeatForm
{
    /// <summary>The term that was read: another may run by the time it is sent.</summary>
    public Guid TermId { get; set; }

    public Picked? Person { get; set; }

    public string? Role { get; set; }

    public string? Kind { get; set; }

    public string? FromDay { get; set; }

    public static IReadOnlyList<Choice> Roles(T t) => [.. Enum.GetValues<PartyRole>().Select(r => new Choice(r.ToString(), t[TermWords.Of(r)]))];

    public static IReadOnlyList<Choice> Kinds(T t) => [.. Enum.GetValues<SeatKind>().Select(k => new Choice(k.ToString(), t[TermWords.Of(k)]))];
}
