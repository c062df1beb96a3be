using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>Which Party measures a list shows and in which order, as the address of the page tells it.</summary>
/// <param name="Kind">Code of a kind; empty for all.</param>
/// <param name="Unit">Code, name or short name of a Party organisation: measures of its subtree.</param>
/// <param name="Tied">Joined to a task under way or to none; null for both.</param>
/// <param name="State">withdrawn, over or unassigned; empty for those that stand.</param>
/// <param name="Sort">from or code, with a minus for descending.</param>
public sealed record MeasureFilter(string Text, string Kind, string Unit, bool? Tied, string State, string Sort)
{
    public const string Withdrawn = "withdrawn";
    public const string Over = "over";
    public const string Unassigned = "unassigned";

    public static readonly IReadOnlyList<string> Fields = ["q", "kind", "unit", "tied", "state"];

    /// <summary>These alone, as chosen by their boxes; empty for all.</summary>
    public IReadOnlyList<Guid> Chosen { get; init; } = [];

    /// <summary>Reads the values by their names in the address; what is not understood is left out.</summary>
    public static MeasureFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "",
        MeasureKind.Knows(value("kind") ?? "") ? value("kind")! : "",
        value("unit")?.Trim() ?? "",
        value("tied") switch { "yes" => true, "no" => false, _ => null },
        value("state") is Withdrawn or Over or Unassigned ? value("state")! : "",
        value("sort") ?? "");

    /// <summary>The measures that match, of those the actor may see.</summary>
    internal async Task<IQueryable<PartyMeasure>> ApplyAsync(YipanqiDb db, Actor actor, DateOnly today, CancellationToken cancellation)
    {
        var (chosen, text, kind) = (Chosen.ToArray(), Text, Kind);
        var measures = db.Measures(actor, Permission.ViewTasks);
        measures = chosen.Length == 0 ? measures : measures.Where(m => EF.Parameter(chosen).Contains(m.Id));
        measures = text.Length == 0 ? measures : measures.Where(m => m.Name.Contains(text) || m.Code.Contains(text) || m.Description.Contains(text));
        measures = kind.Length == 0 ? measures : measures.Where(m => m.Kind == kind);
        if (Unit.Length > 0)
        {
            var below = await db.BelowAsync(actor, Unit, cancellation);
            measures = measures.Where(m => below.Any(u => u.TenantId == m.TenantId && u.Id == m.UnitId));
        }

        measures = Tied switch { true => measures.Tied(db), false => measures.Untied(db), _ => measures };
        return State switch
        {
            Withdrawn => measures.Where(m => m.State == MeasureState.Withdrawn),
            Over => measures.Where(m => m.State == MeasureState.Active && m.ToDay < today),
            Unassigned => measures.Where(m => m.State == MeasureState.Active && m.UnitId == null),
            _ => measures.Where(m => m.State == MeasureState.Active),
        };
    }

    /// <summary>Each order is served by an index and leaves no two measures equal.</summary>
    internal IQueryable<PartyMeasure> Order(IQueryable<PartyMeasure> measures) => Sort switch
    {
        "code" => measures.OrderBy(m => m.Code),
        "-code" => measures.OrderByDescending(m => m.Code),
        "from" => measures.OrderBy(m => m.FromDay).ThenBy(m => m.Code),
        _ => measures.OrderByDescending(m => m.FromDay).ThenByDescending(m => m.Code),
    };
}
