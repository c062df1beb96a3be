namespace Yipanqi.Engine.Text;

/// <summary>What counts how much in a recommendation.</summary>
/// <param name="Fields">The likeness of fields against the words in common, which count 1.</param>
/// <param name="Terms">A term of a field against a character pair of it, whose weights reach from 0 to about 7.</param>
public sealed record RecommenderWeights(double Fields, double Terms)
{
    /// <summary>The weights chosen on the published pairs of docs/methods/recommendation.md.</summary>
    public static RecommenderWeights Chosen { get; } = new(1.5, 20);
}
