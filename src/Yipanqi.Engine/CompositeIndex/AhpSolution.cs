namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Weights and consistency of one judgement matrix.</summary>
/// <param name="Eigenvector">The principal right eigenvector, sum 1: the weights to use.</param>
/// <param name="GeometricMean">Geometric means of the rows, sum 1; for comparison.</param>
/// <param name="ColumnNormalisedMean">Row means after dividing each column by its sum; for comparison.</param>
/// <param name="LambdaMax">The principal eigenvalue, n for a consistent matrix and above it otherwise.</param>
/// <param name="ConsistencyIndex">CI, see <see cref="Ahp.ConsistencyIndex"/>.</param>
public sealed record AhpSolution(double[] Eigenvector, double[] GeometricMean, double[] ColumnNormalisedMean, double LambdaMax, double ConsistencyIndex)
{
    /// <summary>Consistency ratio <c>CR = CI/RI(n)</c>; 0 for one or two criteria, which cannot contradict each other.</summary>
    /// <param name="table">Table of the random index, to be named beside the ratio.</param>
    /// <exception cref="IndexRefusedException"><c>matrix_too_large</c>.</exception>
    public double ConsistencyRatio(RandomIndexTable table)
    {
        var randomIndex = table.For(Eigenvector.Length);
        return Eigenvector.Length <= 2 ? 0 : ConsistencyIndex / randomIndex;
    }

    /// <summary>Whether the judgements may be used as they are.</summary>
    /// <param name="table">Table of the random index.</param>
    /// <exception cref="IndexRefusedException"><c>matrix_too_large</c>.</exception>
    public AhpConsistency Consistency(RandomIndexTable table) =>
        ConsistencyRatio(table) <= Ahp.AcceptableRatio ? AhpConsistency.Acceptable : AhpConsistency.Inconsistent;
}
