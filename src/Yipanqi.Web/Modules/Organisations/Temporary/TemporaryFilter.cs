using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>Which temporary organisations the list shows; those dissolved only when asked for.</summary>
/// <param name="Descending">Those whose time ends last come first.</param>
public sealed record TemporaryFilter(string Text, TemporaryState? State, bool Descending, TemporaryKind? Kind = null)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "kind", "state"];

    public static TemporaryFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "",
        Enum.TryParse<TemporaryState>(value("state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
        value("sort") == "-until",
        Enum.TryParse<TemporaryKind>(value("kind"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null);

    internal IQueryable<TemporaryOrganisation> Order(IQueryable<TemporaryOrganisation> rows) =>
        Descending ? rows.OrderByDescending(t => t.UntilDay).ThenBy(t => t.UnitId) : rows.OrderBy(t => t.UntilDay).ThenBy(t => t.UnitId);

    internal IQueryable<TemporaryOrganisation> Apply(YipanqiDb db, Actor actor, DateOnly today, int months)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path);
        units = Text.Length == 0 ? units : units.FoundBy(db, SearchKind.Unit, Text, u => u.Id);
        if (Kind is { } asked)
        {
            var kind = TemporaryWords.Of(asked);
            units = units.Where(u => u.Kind == kind);
        }

        var found = db.Set<TemporaryOrganisation>().Where(t => units.Any(u => u.Id == t.UnitId));
        var begunBefore = today.AddMonths(-months);
        return State switch
        {
            TemporaryState.Dissolved => found.Where(t => t.DissolvedDay != null),
            TemporaryState.Over => found.Where(t => t.DissolvedDay == null && t.UntilDay < today),
            TemporaryState.Long => found.Where(t => t.DissolvedDay == null && t.UntilDay >= today && t.FromDay <= begunBefore),
            TemporaryState.Running => found.Where(t => t.DissolvedDay == null && t.UntilDay >= today && t.FromDay > begunBefore),
            _ => found.Where(t => t.DissolvedDay == null),
        };
    }
}
