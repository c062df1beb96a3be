using System.Text.Json.Serialization;
using Yipanqi.Web.Shell.Levels;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>Party against business score. Gaps holds the two widths, in points, at which the bands begin.</summary>
public sealed record Scatter(IReadOnlyList<ScatterPoint> Points, IReadOnlyList<double> Gaps) : IChartData
{
    [JsonIgnore]
    public string Kind => "scatter";

    public ChartTable ToTable() => new(["单位", "党建", "业务", "差", "级别"], [.. Points.OrderByDescending(p => Math.Abs(p.Party - p.Business)).Select(Row)]) { Links = [.. Points.OrderByDescending(p => Math.Abs(p.Party - p.Business)).Select(p => p.Href)] };

    private static string[] Row(ScatterPoint p) =>
        [p.Name, Figures.Score(p.Party), Figures.Score(p.Business), Figures.Score(Math.Abs(p.Party - p.Business)), p.Level.Word(new())];
}
