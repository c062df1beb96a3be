using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What one expert's judgements come to by themselves.</summary>
public sealed record ExpertResult(string Name, double Vote, IReadOnlyList<double> Weights, double Ratio, AhpContradiction? Worst)
{
    public static ExpertResult Of(ExpertJudgement expert, JudgementMatrix matrix, RandomIndexTable table)
    {
        var solution = Ahp.Solve(matrix);
        return new(expert.Name, expert.Vote, solution.Eigenvector, JudgementResult.RatioOf(solution, table), Ahp.MostInconsistent(matrix));
    }
}
