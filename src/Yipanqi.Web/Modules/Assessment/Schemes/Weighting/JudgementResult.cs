using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the judgements of one or several experts come to, with the engine's figures.</summary>
/// <param name="Ratio">CR of the judgements together; NaN where the table of the random index ends before the number of siblings.</param>
/// <param name="Worst">The pair of siblings to look at first; null where nothing contradicts.</param>
public sealed record JudgementResult(IReadOnlyList<ExpertResult> Experts, IReadOnlyList<double> Weights, double Ratio, double LambdaMax, AhpContradiction? Worst, RandomIndexTable Table)
{
    /// <summary>Some judgement contradicts itself beyond what is acceptable: an expert's own or all together.</summary>
    public bool IsContradictory => Experts.Select(e => e.Ratio).Append(Ratio).Any(r => r > Ahp.AcceptableRatio);

    public bool IsTableTooShort => Weights.Count > Table.LargestSize;

    /// <param name="size">Number of siblings; every expert has judged all their pairs.</param>
    public static JudgementResult Of(int size, IReadOnlyList<ExpertJudgement> experts, string? table)
    {
        var index = table is null ? RandomIndexTable.Saaty1980 : RandomIndexTable.Named(table);
        var matrices = experts.Select(e => e.Matrix(size)).ToList();
        var group = JudgementMatrix.OfGroup(matrices, [.. experts.Select(e => e.Vote)]);
        var solution = Ahp.Solve(group);
        return new(
            [.. experts.Zip(matrices, (expert, matrix) => ExpertResult.Of(expert, matrix, index))], solution.Eigenvector, RatioOf(solution, index), solution.LambdaMax,
            Ahp.MostInconsistent(group), index);
    }

    internal static double RatioOf(AhpSolution solution, RandomIndexTable table) =>
        solution.Eigenvector.Length > table.LargestSize ? double.NaN : solution.ConsistencyRatio(table);
}
