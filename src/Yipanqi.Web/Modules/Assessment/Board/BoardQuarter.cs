namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One point of the trend: medians over the organisations with a score, and how many stand at each level.</summary>
public sealed record BoardQuarter(Quarter Quarter, double? PartyMedian, double? BusinessMedian, double? IndexMedian, LevelTally Levels)
{
    public double? Gap => PartyMedian is { } party && BusinessMedian is { } business ? Math.Abs(party - business) : null;
}
