using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a board says of all organisations of a scope: counts and medians, however many they are.</summary>
/// <param name="Scored">Those with an index.</param>
/// <param name="TwoTracks">Those with a score of both tracks.</param>
/// <param name="WideGaps">Those whose gap is at least yellow.</param>
/// <param name="Owing">Those that owe a figure.</param>
/// <param name="Coverage">Organisations by reason for each item, in the order of the engine's items; names are the scheme's.</param>
public sealed record ScopeFigures(
    LevelTally Levels, IReadOnlyList<GroupFigures> Groups, int Scored, int TwoTracks, int WideGaps, int Owing,
    double? Index, double? Party, double? Business, double? Gap, IReadOnlyList<int[]> Coverage)
{
    private const int Reasons = 5;

    public int Count => Levels.Total;

    /// <param name="items">Number of items.</param>
    /// <param name="wideGap">From which gap on it is at least yellow.</param>
    /// <param name="reasonOf">Why an item of the organisation at a position is absent; null leaves coverage out.</param>
    internal static ScopeFigures Of(IReadOnlyList<FigureLine> lines, int items, double wideGap, Func<int, int, AbsenceReason>? reasonOf)
    {
        var groups = lines.GroupBy(l => l.PeerGroupId)
            .Select(g => new GroupFigures(g.Key, g.Max(l => l.Ranked), LevelTally.Of(g.Select(l => l.Level)))).ToList();
        return new(
            LevelTally.Of(lines.Select(l => l.Level)), groups, lines.Count(l => l.Index is not null), lines.Count(l => l is { Party: not null, Business: not null }),
            lines.Count(l => l.Gap is { } gap && PublishedFigure.Tenth(gap) >= wideGap), lines.Count(l => l.NotReported > 0),
            Median(lines.Select(l => l.Index)), Median(lines.Select(l => l.Party)), Median(lines.Select(l => l.Business)), Median(lines.Select(l => l.Gap)),
            reasonOf is null ? [] : [.. Enumerable.Range(0, items).Select(item => Tally(lines, position => reasonOf(item, position)))]);
    }

    internal static double? Median(IEnumerable<double?> scores)
    {
        var present = scores.Where(s => s is not null).Select(s => s!.Value).ToArray();
        return present.Length == 0 ? null : Statistics.Median(present);
    }

    private static int[] Tally(IReadOnlyList<FigureLine> lines, Func<int, AbsenceReason> reasonOf)
    {
        var counts = new int[Reasons];
        foreach (var line in lines)
        {
            counts[(int)reasonOf(line.Position)]++;
        }

        return counts;
    }
}
