using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Which pledges the list shows.</summary>
/// <param name="Late">Only open ones whose day is over.</param>
public sealed record PledgeFilter(string Text, PledgeState? State, bool Late)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "state"];

    public static PledgeFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "", Enum.TryParse<PledgeState>(value("state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null, value("state") == "late");

    internal IQueryable<Pledge> Apply(YipanqiDb db, Actor actor, DateOnly today)
    {
        var (text, state) = (Text, State);
        var found = db.Pledges(actor);
        found = state is null ? found : found.Where(p => p.State == state);
        found = Late ? found.Where(p => p.State == PledgeState.Open && p.DueDay < today) : found;
        return text.Length == 0 ? found : found.Where(p => p.Text.Contains(text) || db.Set<Person>().Any(n => n.TenantId == p.TenantId && n.Id == p.PersonId && n.Name.Contains(text)));
    }
}
