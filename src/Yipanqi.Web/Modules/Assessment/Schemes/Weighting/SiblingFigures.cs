using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a published quarter says of siblings: their figures in short, and the weights that follow from them.</summary>
/// <param name="Columns">One for each member: raw figures of items, scores of anything else.</param>
/// <param name="Entropy">Null where the engine refuses, with the reason in <paramref name="Refusals"/>.</param>
public sealed record SiblingFigures(
    PublishedQuarter Head, IReadOnlyList<ColumnSummary> Columns, IReadOnlyList<double>? Entropy, IReadOnlyList<double>? Critic, IReadOnlyList<Refusal> Refusals)
{
    public IReadOnlyList<double>? By(WeightMethod method) => method == WeightMethod.Entropy ? Entropy : Critic;

    internal static SiblingFigures Of(PastQuarter past, SchemeDefinition definition, SiblingGroup group)
    {
        var isItems = group.Members.All(m => m.Item is not null);
        var scored = isItems ? null : TrialSide.Of(past, definition, TrialRun.Nobody);
        var matrix = Matrix.FromColumns([.. group.Members.Select(m => isItems ? past.Column(m, definition.NotReported).Values : scored!.Scores(m.Code))]);
        Direction[] directions = [.. group.Members.Select(m => isItems ? m.Item!.Direction : Direction.Benefit)];
        var refusals = new List<Refusal>();
        var entropy = Try(WeightMethod.Entropy, () => ObjectiveWeights.EntropyOfMinMax(matrix, directions, EntropyZeros.Limit));
        var critic = Try(WeightMethod.Critic, () => ObjectiveWeights.CriticDirectionAware(matrix, directions));
        return new(past.Head, [.. Enumerable.Range(0, matrix.Columns).Select(j => ColumnSummary.Of(matrix.Column(j)))], entropy, critic, refusals);

        double[]? Try(WeightMethod method, Func<double[]> weigh)
        {
            try
            {
                return weigh();
            }
            catch (IndexRefusedException refused)
            {
                refusals.Add(new("weights." + refused.Code, "", $"{SchemeWords.NameOf(method)}：{FigureRefusalWords.Of(refused, group)}"));
                return null;
            }
        }
    }
}
