using System.Text.RegularExpressions;
using Yipanqi.Engine.Text;
using Yipanqi.Tool;

namespace Yipanqi.Engine.Tests.Text;

/// <summary>
/// The published pairs of task and measure, read as the command reads them: task text, name and description alone, with the strings of owner, organ and place struck from both.
/// </summary>
internal sealed partial class GoldPairs
{
    private GoldPairs(IReadOnlyList<Measure> measures, IReadOnlyList<Pair> pairs) => (Measures, Pairs) = (measures, pairs);

    public IReadOnlyList<Measure> Measures { get; }

    public IReadOnlyList<Pair> Pairs { get; }

    public static GoldPairs Read()
    {
        var measures = CsvTable.Read(Support.Reference.Path("party_measures/party_measures.csv"));
        var pairs = CsvTable.Read(Support.Reference.Path("party_measures/gold_pairs.csv"));
        string[] Of(CsvTable table, string column) => table.Texts(table.Column(column));
        var struck = Strings([.. Of(measures, "organ"), .. Of(measures, "place"), .. Of(pairs, "task_owner")]);
        string Strike(string text) => struck.Aggregate(text, (rest, name) => rest.Replace(name, " ", StringComparison.Ordinal));
        var (ids, names, descriptions) = (Of(measures, "id"), Of(measures, "name"), Of(measures, "description"));
        var (tasks, golds, overlaps, sources) = (Of(pairs, "task"), Of(pairs, "measure_id"), pairs.Numbers(pairs.Column("overlap")), Of(pairs, "source_id"));
        return new GoldPairs(
            [.. ids.Select((id, i) => new Measure(id, Strike(names[i]), Strike(descriptions[i])))],
            [.. tasks.Select((task, i) => new Pair(Strike(task), golds[i], overlaps[i], sources[i]))]);
    }

    /// <summary>The whole strings, their parts at 、, and the names of their provinces, cities, counties and towns with and without the ending; the longest first.</summary>
    private static List<string> Strings(string[] texts) => [.. texts
        .SelectMany(text => text.Split(['、', '，'], StringSplitOptions.TrimEntries))
        .SelectMany(text => DivisionName().Matches(text).SelectMany(match => new[] { match.Value, match.Groups[1].Value }).Append(text))
        .Where(name => name.Length > 1)
        .Distinct()
        .OrderByDescending(name => name.Length)
        .ThenBy(name => name, StringComparer.Ordinal)];

    [GeneratedRegex("(.{2,6}?)(?:省|市|区|县|镇|乡|街道|新区|社区)")]
    private static partial Regex DivisionName();

    internal sealed record Pair(string Task, string Gold, double Overlap, string Source)
    {
        public string Band => Overlap switch { 0 => "0", < 0.2 => "<0.2", _ => ">=0.2" };
    }
}
