using System.Globalization;
using System.Text.Json.Serialization;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>From one figure to another step by step; the steps add up to the difference.</summary>
public sealed record Waterfall(string FirstName, double First, string LastName, double Last, IReadOnlyList<WaterfallStep> Steps) : IChartData
{
    [JsonIgnore]
    public string Kind => "waterfall";

    /// <summary>Where the two figures come from.</summary>
    public string? FirstHref { get; init; }

    public string? LastHref { get; init; }

    public ChartTable ToTable() => new(["步骤", "分", "累计"], [[FirstName, "", Figures.Score(First)], .. Rows(), [LastName, "", Figures.Score(Last)]])
    {
        Links = [FirstHref, .. Steps.Select(s => s.Href), LastHref],
    };

    private IEnumerable<IReadOnlyList<string>> Rows()
    {
        var sum = First;
        foreach (var step in Steps)
        {
            sum += step.By;
            yield return [step.Name, step.By.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture).Replace('-', '−'), sum.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−')];
        }
    }
}
