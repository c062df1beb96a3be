using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>Which temporary organisations the list shows; those dissolved only when asked for.</summary>
public sealed record TemporaryFilter(string Text, TemporaryState? State)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "state"];

    public static TemporaryFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "",
        Enum.TryParse<TemporaryState>(value("state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null);

    internal IQueryable<TemporaryOrganisation> Apply(YipanqiDb db, Actor actor, DateOnly today, int months)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path);
        units = Text.Length == 0 ? units : units.Where(u => u.Name.Contains(Text) || u.Code.Contains(Text));
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
