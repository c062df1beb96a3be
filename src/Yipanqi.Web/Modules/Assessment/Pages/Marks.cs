using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Shell.Drawing;
using Yipanqi.Web.Shell.Levels;

namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>How levels and standings of the engine look on a page.</summary>
public static class Marks
{
    /// <summary>The most serious first, no data after them, green last.</summary>
    public static IReadOnlyList<WarningLevel> SeriousFirst { get; } =
        [WarningLevel.Red, WarningLevel.Orange, WarningLevel.Yellow, WarningLevel.Grey, WarningLevel.Green];

    /// <summary>Anything that is not known to be a level is no data, never green.</summary>
    public static LevelMark Mark(this WarningLevel? level) => level?.Mark() ?? LevelMark.None;

    public static LevelMark Mark(this WarningLevel level) => level switch
    {
        WarningLevel.Green => LevelMark.Green,
        WarningLevel.Yellow => LevelMark.Yellow,
        WarningLevel.Orange => LevelMark.Orange,
        WarningLevel.Red => LevelMark.Red,
        _ => LevelMark.None,
    };

    /// <summary>Place in the order serious first; an organisation without a level stands with those without data.</summary>
    public static int Place(this WarningLevel? level) => level switch
    {
        WarningLevel.Red => 0,
        WarningLevel.Orange => 1,
        WarningLevel.Yellow => 2,
        WarningLevel.Green => 4,
        _ => 3,
    };

    public static RankVerdict Verdict(this RankStanding standing) => standing switch
    {
        RankStanding.Leader => RankVerdict.Leading,
        RankStanding.Laggard => RankVerdict.Lagging,
        _ => RankVerdict.Undecided,
    };
}
