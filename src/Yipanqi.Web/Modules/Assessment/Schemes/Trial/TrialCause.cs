namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What one item does to the index of an organisation, in points.</summary>
/// <param name="Weight">The part of its weight; the rest is its scoring, and what came or went beside it.</param>
/// <param name="Scoring">The part of its goalposts or method.</param>
public sealed record TrialCause(string Code, string Name, double Points, double Weight, double Scoring);
