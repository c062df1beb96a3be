using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What one expert says of each pair of siblings, row by row above the diagonal: 3 is three times as important, −3 a third.</summary>
/// <param name="Name">How the expert is called in the scheme; may be 专家一.</param>
/// <param name="Vote">What the expert counts in the group, above 0.</param>
public sealed record ExpertJudgement(string Name, double Vote, IReadOnlyList<int> Steps)
{
    public const int MostExperts = 30;
    public const int LargestStep = 9;

    public static bool IsStep(int step) => step is (>= 1 and <= LargestStep) or (<= -2 and >= -LargestStep);

    public static int PairsOf(int size) => size * (size - 1) / 2;

    public JudgementMatrix Matrix(int size) => JudgementMatrix.FromUpperTriangle(size, [.. Steps.Select(s => s < 0 ? 1.0 / -s : s)]);
}
