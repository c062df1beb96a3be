using System.Text.RegularExpressions;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Whether a definition can be run, in words that name the node. A scheme that passes can be scored.</summary>
public static partial class SchemeCheck
{
    /// <summary>More nodes than this are refused: a scheme is read by people.</summary>
    public const int MostNodes = 2000;

    /// <summary>A deeper tree is refused.</summary>
    public const int MostDepth = 12;

    /// <summary>As long as the name of a unit may be.</summary>
    public const int MostSupplier = 200;

    public static IReadOnlyList<Refusal> Check(SchemeDefinition definition)
    {
        var refusals = new List<Refusal>();
        if (definition.Code.Length is 0 or > 40 || definition.Name.Length is 0 or > 120)
        {
            refusals.Add(new Refusal("scheme.name", "", "方案要有代码（40 字以内）和名称（120 字以内）。"));
        }

        if (definition.Nodes.Count is 0 or > MostNodes)
        {
            refusals.Add(new Refusal("scheme.nodes", "", $"方案有 {definition.Nodes.Count} 个节点，应为 1–{MostNodes} 个。"));
            return refusals;
        }

        if (definition.LeastScore is not (0 or 1))
        {
            refusals.Add(new Refusal("scheme.scale", "", "方案的最低分只能是 0 或 1（用几何或调和平均时为 1）。"));
        }

        refusals.AddRange(definition.Thresholds?.Check() ?? []);
        refusals.AddRange(definition.Nodes.SelectMany(n => CheckNode(n).Select(r => Named(n, r))));
        refusals.AddRange(WeightingCheck.Form(definition));
        return refusals.Count > 0 ? refusals : CheckTree(definition);
    }

    /// <summary>What is wrong with a node by itself, at the fields of its form.</summary>
    internal static IEnumerable<Refusal> CheckNode(SchemeNode node)
    {
        if (node.Code.Length is 0 or > 40 || !CodeForm().IsMatch(node.Code))
        {
            yield return Fault(nameof(node.Code), "代码要有 1–40 个字，只用汉字、字母、数字、点、横线和下划线。");
        }

        if (node.Name.Length is 0 or > 120)
        {
            yield return Fault(nameof(node.Name), "名称要有 1–120 个字。");
        }

        if (node.Item is not { } item)
        {
            yield break;
        }

        if (item.Direction is not (Direction.Benefit or Direction.Cost))
        {
            yield return Fault(nameof(item.Direction), "没有写方向：越高越好写“正向”，越低越好写“逆向”。");
        }

        if (item.Floor is { } floor && !double.IsFinite(floor) || item.Target is { } target && !double.IsFinite(target))
        {
            yield return Fault(double.IsFinite(item.Floor ?? 0) ? nameof(item.Target) : nameof(item.Floor), "底线和目标要是普通的数。");
        }

        if (item.Pool != PoolOver.None && item.Kind == FigureKind.Value)
        {
            yield return Fault(nameof(item.Pool), "只有数值、没有分子分母的指标不能汇总，请把汇总范围改为“不汇总”，或改为比率、均值。");
        }

        if (item.RatingSteps is not (0 or RatingsSource.Steps) || (item.RatingSteps > 0 && item.Kind != FigureKind.Mean))
        {
            yield return Fault(nameof(item.RatingSteps), "评分量表只支持 1–5 分，并且要是均值。");
        }

        if (item.Definition.Length > 1000 || item.Unit.Length > 10 || item.Supplier?.Length > MostSupplier)
        {
            yield return Fault(
                item.Definition.Length > 1000 ? nameof(item.Definition) : item.Unit.Length > 10 ? nameof(item.Unit) : nameof(item.Supplier),
                $"口径说明不超过 1000 字，计量单位不超过 10 字，提供单位不超过 {MostSupplier} 字。");
        }
    }

    private static List<Refusal> CheckTree(SchemeDefinition definition)
    {
        var depth = DepthOf(definition.Nodes);
        if (depth > MostDepth)
        {
            return [new Refusal("scheme.depth", "", $"方案有 {depth} 层，最多 {MostDepth} 层。")];
        }

        try
        {
            SchemeStructure.Run(definition);
            return [];
        }
        catch (IndexRefusedException refused)
        {
            return [new Refusal("scheme." + refused.Code, NodeOf(refused.Message), SchemeRefusalWords.Of(refused))];
        }
    }

    // Longest line of parents. A line that runs in a circle has no length here; the engine names the circle.
    private static int DepthOf(IReadOnlyList<SchemeNode> nodes)
    {
        var parents = nodes.GroupBy(n => n.Code).ToDictionary(g => g.Key, g => g.First().Parent);
        return nodes.Max(n => LengthOf(n.Code, parents));
    }

    private static int LengthOf(string code, Dictionary<string, string> parents)
    {
        var seen = new HashSet<string>();
        while (parents.TryGetValue(code, out var parent))
        {
            if (!seen.Add(code))
            {
                return 0;
            }

            code = parent;
        }

        return seen.Count;
    }

    internal static string NodeOf(string message) => Quoted().Match(message) is { Success: true } match ? match.Groups[1].Value : "";

    private static Refusal Fault(string field, string message) => new("scheme.node", field, message);

    private static Refusal Named(SchemeNode node, Refusal fault) => fault with { Field = node.Code, Message = $"节点 {node.Code}“{node.Name}”：{fault.Message}" };

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]+$")]
    private static partial Regex CodeForm();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
