namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What the lists of a year cost the people of a subtree.</summary>
/// <param name="UnitName">The unit whose subtree is counted; empty for all the reader sees.</param>
/// <param name="Fault">Why the unit asked for is not shown; null where it is.</param>
/// <param name="Years">Years that can be asked for.</param>
/// <param name="Lines">Every duty of the lists in force in the year, those that cost most first unless sorted otherwise.</param>
/// <param name="Holders">How many units or members have duties of each level.</param>
/// <param name="Alike">Duties that ask for nearly the same as another.</param>
public sealed record BurdenView(
    string UnitName, string? Fault, int Year, IReadOnlyList<int> Years, IReadOnlyList<BurdenLine> Lines, IReadOnlyDictionary<DutyLevel, int> Holders, IReadOnlyList<LikeDuties.Pair> Alike)
{
    public double Hours => Lines.Sum(l => l.Hours);

    /// <summary>Hours a year of one holder of a level; null where nothing is written for it.</summary>
    public double? EachOf(DutyLevel level) => Lines.Any(l => l.Duty.Level == level) ? Lines.Where(l => l.Duty.Level == level).Sum(l => l.EachHours) : null;
}
