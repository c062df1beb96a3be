using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Tests.Support;

/// <summary>Small schemes to work through by hand: an item's score is its figure, since all goalposts are 0 → 100.</summary>
internal static class Schemes
{
    /// <summary>Items below one node.</summary>
    public static IndexStructure Flat(params double[] weights) =>
        IndexStructure.Build([new("Index", null, 1), .. weights.Select((weight, i) => Item($"i{i + 1}", "Index", weight))]);

    /// <summary>Dimensions of equal weight with three equal items each: A1, A2, A3, B1, …</summary>
    public static IndexStructure Dimensions(params string[] codes) => IndexStructure.Build(
        [new("Index", null, 1), .. codes.Select(c => new IndexNode(c, "Index", 1)), .. codes.SelectMany(c => Enumerable.Range(1, 3).Select(i => Item(c + i, c)))]);

    /// <summary>A to D of the Party weigh 12.5 each, E of the business 50; E3.1 releases its share to E1 and E2 as in the default scheme.</summary>
    public static IndexStructure TwoTracks() => IndexStructure.Build(
    [
        new("Index", null, 1),
        .. "ABCD".Select(c => new IndexNode($"{c}", "Index", 12.5) { Track = Track.Party }),
        new("E", "Index", 50) { Track = Track.Business },
        .. "ABCD".Select(c => new IndexNode($"{c}1", $"{c}", 1)),
        new("E1", "E", 1), new("E2", "E", 1), new("E3", "E", 1),
        .. "ABCD".Select(c => Item($"{c}1.1", $"{c}1")),
        Item("E1.1", "E1"), Item("E2.1", "E2"),
        Item("E3.1", "E3") with { ReleasesWeightTo = ["E1", "E2"] },
        Item("E3.2", "E3"),
    ]);

    public static IndexNode Item(string code, string parent, double weight = 1) =>
        new(code, parent, weight) { Rule = ItemRule.Goalposts(Direction.Benefit, 0, 100) };

    /// <summary>Columns from rows of figures and reasons of absence.</summary>
    public static ItemColumn[] Columns(params object[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(item => new ItemColumn([.. rows.Select(row => row[item] is AbsenceReason ? double.NaN : Convert.ToDouble(row[item]))])
        {
            Reasons = [.. rows.Select(row => row[item] as AbsenceReason? ?? AbsenceReason.None)],
        })];

    /// <summary>The run of one organisation, or of several in one group.</summary>
    public static SchemeResult Run(IndexStructure structure, params object[][] rows) =>
        new SchemeRun(structure).Score(Columns(rows), PeerGroups.Single(rows.Length));

    public static double Score(this SchemeResult result, string code, int row = 0) => result.Scores(result.Structure.Find(code))[row];

    public static NodeState State(this SchemeResult result, string code, int row = 0) => result.States(result.Structure.Find(code))[row];
}
