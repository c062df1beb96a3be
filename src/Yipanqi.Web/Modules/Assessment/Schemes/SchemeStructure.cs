using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A definition as the engine takes it.</summary>
public static class SchemeStructure
{
    private const double BestScore = 100;
    private const double ZScoreMean = 50;
    private const double ZScoreDeviation = 10;

    /// <exception cref="IndexRefusedException">The tree, a weight or a rule does not hold; see <see cref="SchemeCheck"/> for the words.</exception>
    public static SchemeRun Run(SchemeDefinition definition) => new(Build(definition));

    public static IndexStructure Build(SchemeDefinition definition)
    {
        var nodes = definition.Nodes.Select(n => new IndexNode(n.Code, n.Parent, n.Weight)
        {
            Track = n.Track,
            ReleasesWeightTo = n.ReleasesTo,
            Rule = n.Item is null ? null : RuleOf(n, definition.LeastScore),
        }).ToList();
        var structure = IndexStructure.Build(nodes);
        var kinds = definition.Nodes.Where(n => n.Item is null).ToDictionary(n => n.Code, n => n.Aggregation);
        return kinds.Values.All(k => k == AggregationKind.Arithmetic) ? structure : IndexStructure.Build(nodes, LevelRules(structure, kinds));
    }

    private static LevelRule[] LevelRules(IndexStructure structure, Dictionary<string, AggregationKind> kinds)
    {
        var rules = new LevelRule[structure.Levels[structure.Root] - 1];
        for (var node = structure.ItemCount; node <= structure.Root; node++)
        {
            var (code, at) = (structure.Nodes[node].Code, structure.Levels[node] - 2);
            rules[at] ??= new LevelRule(kinds[code]);
            if (rules[at].Kind != kinds[code])
            {
                throw new IndexRefusedException("means_differ_in_level", $"Node '{code}' is made by another mean than the other nodes of its level: give all nodes of a level the same mean.");
            }
        }

        return rules;
    }

    private static ItemRule RuleOf(SchemeNode node, double least)
    {
        var item = node.Item!;
        double Needed(double? parameter) => parameter ?? throw new IndexRefusedException("goalposts_missing", $"Item '{node.Code}' lacks its floor or target.");
        try
        {
            return item.Scaling switch
            {
                SchemeScaling.Goalposts => ItemRule.Goalposts(item.Direction, Needed(item.Floor), Needed(item.Target), least, BestScore),
                SchemeScaling.MinMax => ItemRule.MinMax(item.Direction, least, BestScore),
                SchemeScaling.ZScore => ItemRule.ZScore(item.Direction, ZScoreMean, ZScoreDeviation, least, BestScore),
                SchemeScaling.Percentile => ItemRule.PercentileRank(item.Direction, least, BestScore),
                _ => ItemRule.DistanceToTarget(item.Direction, Needed(item.Target), capped: true, least, BestScore),
            };
        }
        catch (IndexRefusedException refused) when (!refused.Message.Contains('\''))
        {
            throw new IndexRefusedException(refused.Code, $"Item '{node.Code}': {refused.Message}");
        }
    }
}
