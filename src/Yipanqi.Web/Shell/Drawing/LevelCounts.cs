using System.Globalization;
using System.Text.Json.Serialization;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>How many stand at each level, by period (X).</summary>
public sealed record LevelCounts(
    IReadOnlyList<string> X, IReadOnlyList<int> Green, IReadOnlyList<int> Yellow, IReadOnlyList<int> Orange, IReadOnlyList<int> Red, IReadOnlyList<int> None) : IChartData
{
    [JsonIgnore]
    public string Kind => "levels";

    /// <summary>Where the figures of each period come from; a point leads there, and so does its row in the table.</summary>
    public IReadOnlyList<string?>? Links { get; init; }

    public ChartTable ToTable() => new(["时期", "绿色", "黄色", "橙色", "红色", "无数据"], [.. X.Select((x, i) =>
        new[] { x, Write(Green[i]), Write(Yellow[i]), Write(Orange[i]), Write(Red[i]), Write(None[i]) })])
    { Links = Links };

    private static string Write(int count) => count.ToString(CultureInfo.InvariantCulture);
}
