using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.Structure;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Which running terms a list shows, as the address of the page tells it.</summary>
/// <param name="State">One of the states a running term may be in.</param>
/// <param name="Descending">What is due last comes first.</param>
public sealed record TermFilter(string Text, TermState? State, bool Descending)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "state"];

    public static TermFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "",
        Enum.TryParse<TermState>(value("state"), ignoreCase: true, out var state) && state is not TermState.Ended && Enum.IsDefined(state) ? state : null,
        value("sort") == "-due");

    /// <summary>The running terms that match, of organisations the actor may see.</summary>
    internal IQueryable<CommitteeTerm> Apply(YipanqiDb db, Actor actor, DateOnly today)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ViewPeople, u => u.Path);
        units = Text.Length == 0 ? units : units.FoundBy(db, SearchKind.Unit, Text, u => u.Id);
        var terms = db.Set<CommitteeTerm>().Where(t => t.EndedDay == null && units.Any(u => u.Id == t.UnitId));
        var soon = today.AddMonths(StructureRules.Current.Rules.NoticeMonths.Value);
        return State switch
        {
            TermState.Overdue => terms.Where(t => t.DueDay < today),
            TermState.Extended => terms.Where(t => t.DueDay >= today && t.RegularDueDay < today),
            TermState.DueSoon => terms.Where(t => t.DueDay >= today && t.DueDay <= soon && t.RegularDueDay >= today),
            TermState.Running => terms.Where(t => t.DueDay > soon && t.RegularDueDay >= today),
            _ => terms,
        };
    }

    internal IQueryable<CommitteeTerm> Order(IQueryable<CommitteeTerm> terms) => Descending ? terms.OrderByDescending(t => t.DueDay).ThenBy(t => t.Id) : terms.OrderBy(t => t.DueDay).ThenBy(t => t.Id);
}
