namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The level of an organisation by the signals that follow from a run, with what decided.</summary>
/// <param name="Level">The worst of the reasons; Grey without an index, or where green would rest on a track without data.</param>
/// <param name="Reasons">All signals that set a level of at least yellow, and missing data; on green the score alone.</param>
public sealed record LevelDecision(WarningLevel Level, IReadOnlyList<LevelReason> Reasons)
{
    /// <summary>
    /// Decides on figures rounded once: score, gap and fall to 0.1, D to 0.001. A missing figure sets no level but grey:
    /// nobody turns yellow or worse for missing data.
    /// </summary>
    /// <param name="score">The index, unrounded; NaN without one.</param>
    /// <param name="tracks">The tracks; of a scheme without tracks all NaN and dropped out.</param>
    /// <param name="previousScore">The index of the previous quarter, unrounded; NaN where there was none.</param>
    /// <param name="thresholds">The limits.</param>
    public static LevelDecision Decide(double score, in TrackFigures tracks, double previousScore, LevelThresholds thresholds)
    {
        if (double.IsNaN(score))
        {
            return new(WarningLevel.Grey, [NoData(Track.None, thresholds)]);
        }

        List<LevelReason> reasons = [];
        AddBelow(LevelSignal.Score, PublishedFigure.Tenth(score), thresholds.Score, reasons);
        AddBelow(LevelSignal.Coordination, PublishedFigure.Thousandth(tracks.D), thresholds.Coordination, reasons);
        AddFrom(LevelSignal.Gap, PublishedFigure.Tenth(tracks.Gap), thresholds.Gap, tracks.Lagging, reasons);
        AddFrom(LevelSignal.Fall, PublishedFigure.Tenth(previousScore - score), thresholds.Fall, Track.None, reasons);
        var level = reasons.Select(r => r.Level).DefaultIfEmpty(WarningLevel.Green).Max();
        AddMissing(Track.Party, tracks.PartyState, thresholds, reasons);
        AddMissing(Track.Business, tracks.BusinessState, thresholds, reasons);
        if (reasons.Count == 0)
        {
            reasons.Add(new(LevelSignal.Score, WarningLevel.Green, PublishedFigure.Tenth(score), double.NaN, thresholds.Score.Clause));
        }

        var untold = level == WarningLevel.Green && reasons[^1].Signal == LevelSignal.NoData;
        return new(untold ? WarningLevel.Grey : level, reasons);
    }

    /// <summary>The decision on one organisation of a run.</summary>
    /// <param name="result">The run.</param>
    /// <param name="row">The organisation.</param>
    /// <param name="previousScore">Its index of the previous quarter, unrounded; NaN where there was none.</param>
    /// <param name="thresholds">The limits.</param>
    public static LevelDecision Of(SchemeResult result, int row, double previousScore, LevelThresholds thresholds) =>
        Decide(result.Index[row], result.Tracks[row], previousScore, thresholds);

    /// <summary>The same decision under a veto: red, whatever the figures say, also where there are none, since a veto is a fact with a document.</summary>
    public LevelDecision Vetoed(LevelThresholds thresholds) =>
        new(WarningLevel.Red, [new(LevelSignal.Veto, WarningLevel.Red, double.NaN, double.NaN, thresholds.VetoClause), .. Reasons]);

    private static void AddBelow(LevelSignal signal, double figure, LevelLimits limits, List<LevelReason> reasons)
    {
        if (figure < limits.Red)
        {
            reasons.Add(new(signal, WarningLevel.Red, figure, limits.Red.Value, limits.Clause));
        }
        else if (figure < limits.Orange)
        {
            reasons.Add(new(signal, WarningLevel.Orange, figure, limits.Orange, limits.Clause));
        }
        else if (figure < limits.Yellow)
        {
            reasons.Add(new(signal, WarningLevel.Yellow, figure, limits.Yellow, limits.Clause));
        }
    }

    private static void AddFrom(LevelSignal signal, double figure, LevelLimits limits, Track track, List<LevelReason> reasons)
    {
        if (figure >= limits.Red)
        {
            reasons.Add(new(signal, WarningLevel.Red, figure, limits.Red.Value, limits.Clause, track));
        }
        else if (figure >= limits.Orange)
        {
            reasons.Add(new(signal, WarningLevel.Orange, figure, limits.Orange, limits.Clause, track));
        }
        else if (figure >= limits.Yellow)
        {
            reasons.Add(new(signal, WarningLevel.Yellow, figure, limits.Yellow, limits.Clause, track));
        }
    }

    private static void AddMissing(Track track, NodeState state, LevelThresholds thresholds, List<LevelReason> reasons)
    {
        if (state == NodeState.Grey)
        {
            reasons.Add(NoData(track, thresholds));
        }
    }

    private static LevelReason NoData(Track track, LevelThresholds thresholds) =>
        new(LevelSignal.NoData, WarningLevel.Grey, double.NaN, double.NaN, thresholds.NoDataClause, track);
}
