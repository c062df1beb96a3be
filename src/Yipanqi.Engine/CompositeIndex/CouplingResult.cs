namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Coupling coordination of two or more systems. Nothing is known of any figure where a system's score is missing.</summary>
/// <param name="Coupling">C within [0, 1]; null where a score is missing, and where all scores are 0, since C is then 0/0.</param>
/// <param name="Development">T, the weighted mean of the scores, within [0, 1]; null where a score is missing.</param>
/// <param name="Degree">D = √(C·T) within [0, 1]; 0 where all scores are 0, by continuity; null where a score is missing.</param>
/// <param name="Gap">Highest less lowest score, within [0, 1]; null where a score is missing.</param>
/// <param name="Lagging">Position of the lowest score, the first of several; null where a score is missing or all are equal.</param>
public readonly record struct CouplingResult(double? Coupling, double? Development, double? Degree, double? Gap, int? Lagging)
{
    /// <summary>The grade of <see cref="Degree"/>; null where there is none.</summary>
    public CoordinationGrade? Grade => Degree is { } degree ? CoordinationGrades.Of(degree) : null;
}
