using System.Text.Json.Serialization;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>Scores of 0–100 on a few axes, one's own against the peers' median. A line break in an axis name wraps it.</summary>
public sealed record Radar(IReadOnlyList<string> Axes, string OwnName, IReadOnlyList<double?> Own, string PeerName, IReadOnlyList<double?> Peer) : IChartData
{
    [JsonIgnore]
    public string Kind => "radar";

    /// <summary>Where the figures of each axis come from: in the table.</summary>
    public IReadOnlyList<string?>? Links { get; init; }

    public ChartTable ToTable() => new(["方面", OwnName, PeerName], [.. Axes.Select((axis, i) =>
        new[] { axis.Replace("\n", "", StringComparison.Ordinal), Figures.Score(Own[i]), Figures.Score(Peer[i]) })])
    { Links = Links };
}
