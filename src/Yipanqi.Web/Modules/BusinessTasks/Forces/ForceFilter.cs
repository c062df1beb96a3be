using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Which task forces the list shows; those ended only when asked for.</summary>
/// <param name="Away">Only those for which a temporary Party organisation is to be founded or dissolved, at work or ended.</param>
public sealed record ForceFilter(string Text, ForceKind? Kind, bool Ended, bool Away)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "kind", "ended"];

    public static ForceFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "", Enum.TryParse<ForceKind>(value("kind"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null, value("ended") == "yes", value("view") == "away");

    internal IQueryable<TaskForce> Apply(YipanqiDb db, Actor actor)
    {
        var (text, kind) = (Text, Kind);
        var found = db.Forces(actor);
        found = Away ? found : found.Where(f => (f.EndedDay != null) == Ended);
        found = kind is null ? found : found.Where(f => f.Kind == kind);
        found = text.Length == 0 ? found : found.Where(f => f.Name.Contains(text));
        return Away ? AwayRule.Waiting(db, found) : found;
    }
}
