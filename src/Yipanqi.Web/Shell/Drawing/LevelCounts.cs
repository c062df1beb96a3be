using System.Globalization;
using System.Text.Json.Serialization;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>How many stand at each level, by period (X).</summary>
public sealed record LevelCounts(
    IReadOnlyList<string> X, IReadOnlyList<int> Green, IReadOnlyList<int> Yellow, IReadOnlyList<int> Orange, IReadOnlyList<int> Red, IReadOnlyList<int> None) : IChartData
{
    [JsonIgnore]
    public string Kind => "levels";

    public ChartTable ToTable() => new(["时期", "绿色", "黄色", "橙色", "红色", "无数据"], [.. X.Select((x, i) =>
        new[] { x, Write(Green[i]), Write(Yellow[i]), Write(Orange[i]), Write(Red[i]), Write(None[i]) })]);

    private static string Write(int count) => count.ToString(CultureInfo.InvariantCulture);
}
