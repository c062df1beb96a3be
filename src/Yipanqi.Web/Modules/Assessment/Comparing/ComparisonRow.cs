using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One organisation in the list of a comparison.</summary>
/// <param name="Value">Of the change, what comes from figures; null where it cannot be split.</param>
/// <param name="Weight">What comes from weights.</param>
/// <param name="Coverage">What comes from items that came or went.</param>
/// <param name="Adjusted">What comes from bonus and deduction items.</param>
/// <param name="Riser">The item that raised it most; null for none.</param>
/// <param name="Faller">The item that lowered it most.</param>
public sealed record ComparisonRow(
    Guid UnitId, string Code, string ShortName, Guid? PeerGroupId, WarningLevel? LevelBefore, WarningLevel? LevelAfter, double? Before, double? After, int? RankBefore, int? RankAfter,
    ComparisonState State, double? Value, double? Weight, double? Coverage, double? Adjusted, CardContribution? Riser, CardContribution? Faller)
{
    public double? Change => After - Before;
}
