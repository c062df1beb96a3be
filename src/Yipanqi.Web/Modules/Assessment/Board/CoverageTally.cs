using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What was reported and who owes the rest, over some organisations.</summary>
/// <param name="reasonOf">Why an item of the organisation at a position is absent; None where it is there.</param>
internal sealed class CoverageTally(SchemeDefinition definition, IndexStructure structure, Func<string, int, AbsenceReason> reasonOf)
{
    private readonly Dictionary<string, string> names = definition.Nodes.ToDictionary(n => n.Code, n => n.Name);
    private readonly List<string> codes = [.. structure.Nodes.Take(structure.ItemCount).Select(n => n.Code)];

    /// <param name="organisations">Those to count, with their positions.</param>
    public CoverageView Of(IReadOnlyList<(int Position, Guid UnitId, string Code, string ShortName)> organisations) =>
        Of([.. codes.Select(c => CountsOf(organisations.Select(o => reasonOf(c, o.Position))))], organisations);

    /// <param name="counts">Organisations by reason, for each item.</param>
    /// <param name="organisations">Those that may owe something; the rest is counted only.</param>
    public CoverageView Of(IReadOnlyList<int[]> counts, IReadOnlyList<(int Position, Guid UnitId, string Code, string ShortName)> organisations)
    {
        var items = codes.Select((code, i) => Line(code, counts[i])).ToList();
        var dimensions = structure.Children(structure.Root).ToArray()
            .Select(d => Sum(structure.Nodes[d].Code, names[structure.Nodes[d].Code], items.Where((_, i) => DimensionOf(i) == d)));
        var owing = organisations
            .Select(o => (o.Code, Unit: new OwingUnit(o.UnitId, o.ShortName, [.. codes.Where(c => reasonOf(c, o.Position) == AbsenceReason.NotReported).Select(c => new ItemName(c, names[c]))])))
            .Where(o => o.Unit.Items.Count > 0).OrderByDescending(o => o.Unit.Items.Count).ThenBy(o => o.Code, StringComparer.Ordinal);
        return new(Sum("", "", items), [.. dimensions], items, [.. owing.Select(o => o.Unit)]);
    }

    private int DimensionOf(int node)
    {
        while (node != structure.Root && structure.Parents[node] != structure.Root)
        {
            node = structure.Parents[node];
        }

        return node;
    }

    private CoverageLine Line(string code, int[] counts) => new(
        code, names[code], counts[(int)AbsenceReason.None], counts[(int)AbsenceReason.NotApplicable], counts[(int)AbsenceReason.NotDue],
        counts[(int)AbsenceReason.NotReported], counts[(int)AbsenceReason.Suppressed]);

    private static int[] CountsOf(IEnumerable<AbsenceReason> reasons)
    {
        var counts = new int[Enum.GetValues<AbsenceReason>().Length];
        foreach (var reason in reasons)
        {
            counts[(int)reason]++;
        }

        return counts;
    }

    private static CoverageLine Sum(string code, string name, IEnumerable<CoverageLine> lines) => lines.Aggregate(
        new CoverageLine(code, name, 0, 0, 0, 0, 0),
        (a, b) => new(code, name, a.Reported + b.Reported, a.NotApplicable + b.NotApplicable, a.NotDue + b.NotDue, a.NotReported + b.NotReported, a.Suppressed + b.Suppressed));
}
