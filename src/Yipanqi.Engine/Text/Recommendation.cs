namespace Yipanqi.Engine.Text;

/// <summary>A measure that fits a task. A person decides.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Score">How much better it fits than the other measures, in standard deviations; for ordering within one task only.</param>
/// <param name="Words">What made it fit, the strongest first: words both texts have, and pairs 强降雨–堤坝（水利防汛） of words that speak of the same field.</param>
public sealed record Recommendation(Measure Measure, double Score, IReadOnlyList<string> Words);
