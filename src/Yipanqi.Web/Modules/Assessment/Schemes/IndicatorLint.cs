using System.Text.Json;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>指标合规校验：a scheme with items that score traces instead of results is not published. The words are data.</summary>
public static class IndicatorLint
{
    private static readonly IReadOnlyList<LintRule> Rules =
        JsonSerializer.Deserialize<List<LintRule>>(EmbeddedData.Read("indicator-lint.json"), JsonSerializerOptions.Web)!;

    public static IReadOnlyList<Refusal> Check(SchemeDefinition definition) =>
        [.. definition.Nodes.SelectMany(n => Of(n).Select(r => new Refusal("scheme.trace", n.Code, $"{n.Code}“{n.Name}”不能采用：{Words(r)}")))];

    /// <summary>The rules that an item offends.</summary>
    public static IEnumerable<LintRule> Of(SchemeNode node) => node.Item is null ? [] : Of(node.Name, node.Item.Definition);

    /// <summary>The same for whatever else is counted or asked for, by its name and what it says.</summary>
    public static IEnumerable<LintRule> Of(string name, string definition) => Rules.Where(r => r.IsOffendedBy(name + "\n" + WithoutBrackets(definition)));

    /// <summary>What is scored instead of a result, the document that forbids it, and what to do.</summary>
    public static string Words(LintRule rule) => $"计的是{rule.What}，是痕迹，不是实绩。依据：{rule.Clause}。{rule.Instead}";

    // The name says what is scored. A definition may say in brackets what is not scored, so its brackets are left out.
    private static string WithoutBrackets(string text)
    {
        for (var from = text.IndexOf('（', StringComparison.Ordinal); from >= 0; from = text.IndexOf('（', StringComparison.Ordinal))
        {
            var to = text.IndexOf('）', from);
            text = to < 0 ? text[..from] : text.Remove(from, to - from + 1);
        }

        return text;
    }
}
