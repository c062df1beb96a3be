namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The two tracks of one organisation and how well they go together. NaN where a figure has no value.</summary>
/// <param name="PartyScore">Weighted mean of the Party children of the root, 0–100.</param>
/// <param name="BusinessScore">Weighted mean of the business children of the root, 0–100.</param>
/// <param name="PartyState">What became of the Party track; a scheme without tracks: DroppedOut.</param>
/// <param name="BusinessState">What became of the business track.</param>
/// <param name="ClassicalC">Classical coupling degree, 0–1, beside the other for information; NaN where both scores are 0.</param>
/// <param name="AdjustedC">Adjusted coupling degree, 0–1; NaN where both scores are 0.</param>
/// <param name="D">Coordination degree by the adjusted C, 0–1, which decides the colour; 0 where both scores are 0.</param>
public readonly record struct TrackFigures(
    double PartyScore, double BusinessScore, NodeState PartyState, NodeState BusinessState, double ClassicalC, double AdjustedC, double D)
{
    /// <summary>|partyScore − businessScore|, 0–100 ("两张皮" distance).</summary>
    public double Gap => Math.Abs(PartyScore - BusinessScore);

    /// <summary>The track with the lower score; None where they are equal or one is missing.</summary>
    public Track Lagging => PartyScore < BusinessScore ? Track.Party : BusinessScore < PartyScore ? Track.Business : Track.None;

    /// <summary>Grade of <see cref="D"/>; null where it has no value.</summary>
    public CoordinationGrade? Grade => double.IsNaN(D) ? null : CoordinationGrades.Of(D);

    internal static TrackFigures Of(RowEvaluator evaluator, RowScratch row)
    {
        var (partyState, party) = evaluator.Combine(Track.Party, row);
        var (businessState, business) = evaluator.Combine(Track.Business, row);
        var classical = CouplingCoordination.Classical(party / RowEvaluator.Best, business / RowEvaluator.Best);
        var adjusted = CouplingCoordination.Adjusted(party / RowEvaluator.Best, business / RowEvaluator.Best);
        return new(
            party, business, partyState, businessState,
            classical.Coupling ?? double.NaN, adjusted.Coupling ?? double.NaN, adjusted.Degree ?? double.NaN);
    }
}
