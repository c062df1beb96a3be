using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What holds for the whole scheme; the mean of a level goes to all its nodes, since they have to share one.</summary>
/// <param name="Means">Mean of the nodes at each depth from the root, items left out.</param>
/// <param name="Thresholds">Limits of the levels; null leaves them.</param>
public sealed record SaveSettings(string SchemeName, MissingPolicy NotReported, bool Levels, int LeastScore, IReadOnlyList<AggregationKind> Means, SchemeThresholds? Thresholds = null) : DraftStep
{
    public override string Name => "settings.edited";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        var name = SchemeName.Trim();
        if (name.Length is 0 or > 120)
        {
            return new Refusal("draft.name", nameof(SchemeName), "请写方案名称，120 字以内。");
        }

        if (Levels && Thresholds?.Check().ToArray() is { Length: > 0 } faults)
        {
            return Outcome<DraftStepped>.Refused(faults);
        }

        var limits = !Levels || Thresholds is null ? definition.Thresholds : Thresholds.Equals(SchemeThresholds.From(LevelThresholds.Default)) ? null : Thresholds;
        var depths = SchemeTree.Rows(definition).ToDictionary(r => r.Node.Code, r => r.Depth);
        var nodes = definition.Nodes.Select(n => n.Item is null && depths.TryGetValue(n.Code, out var depth) && depth < Means.Count ? n with { Aggregation = Means[depth] } : n);
        return Done(definition with { Name = name, NotReported = NotReported, Levels = Levels, Thresholds = limits, LeastScore = LeastScore, Nodes = [.. nodes] }, "改方案的总设置");
    }
}
