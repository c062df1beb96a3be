using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Which fusion points the list shows; those ended only when asked for.</summary>
/// <param name="Kind">Code of a kind; empty for all.</param>
/// <param name="Rated">With or without a rating; null for both.</param>
public sealed record FusionFilter(string Text, string Kind, FusionState State, bool? Rated, string Sort, bool Descending)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "kind", "state", "rated"];

    public static FusionFilter From(Func<string, string?> value)
    {
        var sort = value("sort") ?? "-from";
        return new FusionFilter(
            value("q")?.Trim() ?? "",
            MeasureKind.Knows(value("kind") ?? "") ? value("kind")! : "",
            Enum.TryParse<FusionState>(value("state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : FusionState.Live,
            value("rated") switch { "yes" => true, "no" => false, _ => null },
            sort.TrimStart('-'), sort.StartsWith('-'));
    }

    internal IQueryable<FusionPoint> Apply(YipanqiDb db, Actor actor)
    {
        var (text, kind, state) = (Text, Kind, State);
        var found = db.FusionPoints(actor).Where(p => p.State == state);
        found = kind.Length == 0 ? found : found.Where(p => p.Kind == kind);
        found = Rated switch { true => found.Where(p => p.Rating != null), false => found.Where(p => p.Rating == null), _ => found };
        return text.Length == 0 ? found
            : found.Where(p => p.Name.Contains(text) || db.Set<BusinessTask>().Any(t => t.TenantId == p.TenantId && t.Id == p.TaskId && (t.Title.Contains(text) || t.Code.Contains(text))));
    }

    internal IQueryable<FusionPoint> Order(IQueryable<FusionPoint> points) => (Sort, Descending) switch
    {
        ("rating", true) => points.OrderByDescending(p => p.Rating ?? 0).ThenBy(p => p.Id),
        ("rating", false) => points.OrderBy(p => p.Rating ?? 0).ThenBy(p => p.Id),
        (_, false) => points.OrderBy(p => p.FromDay).ThenBy(p => p.Id),
        _ => points.OrderByDescending(p => p.FromDay).ThenByDescending(p => p.Id),
    };
}
