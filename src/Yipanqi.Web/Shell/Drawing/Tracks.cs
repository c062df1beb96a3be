using System.Text.Json.Serialization;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>Party and business scores by period (X); null where there is no data.</summary>
public sealed record Tracks(IReadOnlyList<string> X, IReadOnlyList<double?> Party, IReadOnlyList<double?> Business) : IChartData
{
    [JsonIgnore]
    public string Kind => "tracks";

    /// <summary>Where the figures of each period come from; a point leads there, and so does its row in the table.</summary>
    public IReadOnlyList<string?>? Links { get; init; }

    public ChartTable ToTable() => new(["时期", "党建", "业务", "差"], [.. X.Select((x, i) =>
        new[] { x, Figures.Score(Party[i]), Figures.Score(Business[i]), Figures.Score(Party[i] is { } p && Business[i] is { } b ? Math.Abs(p - b) : null) })])
    { Links = Links };
}
