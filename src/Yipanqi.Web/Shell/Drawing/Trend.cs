using System.Text.Json.Serialization;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>Up to four figures over time (X). With the unit 分 the axis keeps to the scores; otherwise it fits the data.</summary>
public sealed record Trend(IReadOnlyList<string> X, IReadOnlyList<TrendLine> Series, string Unit) : IChartData
{
    [JsonIgnore]
    public string Kind => "trend";

    /// <summary>Where the figures of each period come from; a point leads there, and so does its row in the table.</summary>
    public IReadOnlyList<string?>? Links { get; init; }

    public ChartTable ToTable() => new(["时期", .. Series.Select(s => s.Name)], [.. X.Select((x, i) =>
        (IReadOnlyList<string>)[x, .. Series.Select(s => Figures.Score(s.Values[i]))])])
    { Links = Links };
}
