using System.Text.Json.Serialization;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>What a chart draws, and the table that says the same in figures.</summary>
public interface IChartData
{
    /// <summary>The name the script knows the kind by.</summary>
    [JsonIgnore]
    string Kind { get; }

    ChartTable ToTable();
}
