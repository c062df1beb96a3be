namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Distances, closeness and ranks of the units, in the order of the rows.</summary>
/// <param name="ToIdeal">Euclidean distance d+ to the ideal, at least 0.</param>
/// <param name="ToAntiIdeal">Euclidean distance d− to the anti-ideal, at least 0.</param>
/// <param name="Closeness"><c>d−/(d+ + d−)</c>, within [0, 1], 1 for the ideal.</param>
/// <param name="Ranks">Competition ranks by closeness, see <see cref="Ranking.Competition"/>.</param>
public sealed record TopsisResult(double[] ToIdeal, double[] ToAntiIdeal, double[] Closeness, int[] Ranks);
