using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How many organisations stand at each level.</summary>
public sealed record LevelTally(int Green, int Yellow, int Orange, int Red, int NoData)
{
    public int Total => Green + Yellow + Orange + Red + NoData;

    public int this[WarningLevel level] => level switch
    {
        WarningLevel.Green => Green,
        WarningLevel.Yellow => Yellow,
        WarningLevel.Orange => Orange,
        WarningLevel.Red => Red,
        _ => NoData,
    };

    public static LevelTally Sum(IEnumerable<LevelTally> tallies) => tallies.Aggregate(
        new LevelTally(0, 0, 0, 0, 0), (a, b) => new(a.Green + b.Green, a.Yellow + b.Yellow, a.Orange + b.Orange, a.Red + b.Red, a.NoData + b.NoData));

    /// <summary>Counts; an organisation without a level counts as without data.</summary>
    public static LevelTally Of(IEnumerable<WarningLevel?> levels)
    {
        var counts = levels.GroupBy(l => l ?? WarningLevel.Grey).ToDictionary(g => g.Key, g => g.Count());
        int Count(WarningLevel level) => counts.GetValueOrDefault(level);
        return new(Count(WarningLevel.Green), Count(WarningLevel.Yellow), Count(WarningLevel.Orange), Count(WarningLevel.Red), Count(WarningLevel.Grey));
    }
}
