namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The two tracks of one organisation and how well they go together. NaN where a figure has no value.</summary>
/// <param name="PartyScore">Weighted mean of the Party children of the root, 0–100.</param>
/// <param name="BusinessScore">Weighted mean of the business children of the root, 0–100.</param>
/// <param name="PartyState">What became of the Party track; a scheme without tracks: DroppedOut.</param>
/// <param name="BusinessState">What became of the business track.</param>
/// <param name="ClassicalC">Classical coupling degree, 0–1, beside the other for information.</param>
/// <param name="AdjustedC">Adjusted coupling degree, 0–1.</param>
/// <param name="D">Coordination degree by the adjusted C, 0–1, which decides the colour.</param>
public readonly record struct TrackFigures(
    double PartyScore, double BusinessScore, NodeState PartyState, NodeState BusinessState, double ClassicalC, double AdjustedC, double D)
{
    /// <summary>|partyScore − businessScore|, 0–100 ("两张皮" distance).</summary>
    public double Gap => Math.Abs(PartyScore - BusinessScore);

    /// <summary>The track with the lower score; None where they are equal or one is missing.</summary>
    public Track Lagging => PartyScore < BusinessScore ? Track.Party : BusinessScore < PartyScore ? Track.Business : Track.None;

    internal static TrackFigures Of(RowEvaluator evaluator, RowScratch row)
    {
        var (partyState, party) = evaluator.Combine(Track.Party, row);
        var (businessState, business) = evaluator.Combine(Track.Business, row);
        return new(party, business, partyState, businessState, double.NaN, double.NaN, double.NaN);
    }
}
