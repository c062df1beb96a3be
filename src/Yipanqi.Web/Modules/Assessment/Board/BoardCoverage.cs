using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What was reported and who owes the rest, over the organisations of a board.</summary>
internal static class BoardCoverage
{
    public static CoverageView Of(StoredRun run, IReadOnlyList<BoardLine> lines)
    {
        var names = run.Definition.Nodes.ToDictionary(n => n.Code, n => n.Name);
        var structure = run.Structure;
        var items = structure.Nodes.Take(structure.ItemCount).Select(n => Line(run, n.Code, names[n.Code], lines)).ToList();
        var dimensions = structure.Children(structure.Root).ToArray()
            .Select(d => Sum(structure.Nodes[d].Code, names[structure.Nodes[d].Code], items.Where((_, i) => DimensionOf(structure, i) == d)));
        return new(Sum("", "", items), [.. dimensions], items, Owing(run, names, lines));
    }

    public static int DimensionOf(IndexStructure structure, int node)
    {
        while (node != structure.Root && structure.Parents[node] != structure.Root)
        {
            node = structure.Parents[node];
        }

        return node;
    }

    private static CoverageLine Line(StoredRun run, string code, string name, IReadOnlyList<BoardLine> lines)
    {
        var counts = new int[5];
        foreach (var line in lines)
        {
            counts[run.Narrow(ColumnKind.Absence, code, line.Position)]++;
        }

        return new(
            code, name, counts[(int)AbsenceReason.None], counts[(int)AbsenceReason.NotApplicable], counts[(int)AbsenceReason.NotDue],
            counts[(int)AbsenceReason.NotReported], counts[(int)AbsenceReason.Suppressed]);
    }

    private static CoverageLine Sum(string code, string name, IEnumerable<CoverageLine> lines) => lines.Aggregate(
        new CoverageLine(code, name, 0, 0, 0, 0, 0),
        (a, b) => new(code, name, a.Reported + b.Reported, a.NotApplicable + b.NotApplicable, a.NotDue + b.NotDue, a.NotReported + b.NotReported, a.Suppressed + b.Suppressed));

    private static List<OwingUnit> Owing(StoredRun run, Dictionary<string, string> names, IReadOnlyList<BoardLine> lines)
    {
        var codes = run.Structure.Nodes.Take(run.Structure.ItemCount).Select(n => n.Code).ToList();
        return [.. lines.Where(l => l.NotReported > 0)
            .OrderByDescending(l => l.NotReported).ThenBy(l => l.Code, StringComparer.Ordinal)
            .Select(l => new OwingUnit(l.UnitId, l.ShortName, [.. codes
                .Where(c => run.Narrow(ColumnKind.Absence, c, l.Position) == (byte)AbsenceReason.NotReported)
                .Select(c => new ItemName(c, names[c]))]))];
    }
}
