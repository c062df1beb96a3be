using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Track = Yipanqi.Engine.CompositeIndex.Track;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>客观赋权：weights of siblings from the figures of a published quarter, alone or blended with judgement.</summary>
public sealed class WeighByFigures(SiblingFiguresQuery figures, EditDraft edit)
{
    /// <param name="Objective">Entropy or CRITIC.</param>
    /// <param name="Alpha">Share of the judgement; null: figures alone.</param>
    /// <param name="Reason">Signed where the judgements contradict each other; empty for none.</param>
    public sealed record Input(Guid SchemeId, int Version, string Node, Track Track, Quarter Quarter, WeightMethod Objective, double? Alpha, SignedReason? Reason);

    public async Task<Outcome<string>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        if (input.Alpha is { } alpha && !(alpha is >= 0 and <= 1))
        {
            return new Refusal("figures.alpha", nameof(input.Alpha), "主观权重的比重 α 应在 0 到 1 之间。");
        }

        var found = await figures.FindAsync(actor, input.SchemeId, input.Node, input.Track, input.Quarter, cancellation);
        if (!found.IsDone)
        {
            return Outcome<string>.Refused(found.Refusals);
        }

        if (found.Value.By(input.Objective) is not { } weights)
        {
            return Outcome<string>.Refused(found.Value.Refusals);
        }

        var step = new TakeWeights(input.Node, input.Track, input.Alpha is null ? input.Objective : WeightMethod.Blend, weights)
        {
            Objective = input.Alpha is null ? null : input.Objective,
            Alpha = input.Alpha,
            Quarter = input.Quarter.ToString(),
            Reason = input.Reason,
        };
        return await edit.RunAsync(actor, new(input.SchemeId, input.Version, step), cancellation);
    }
}
