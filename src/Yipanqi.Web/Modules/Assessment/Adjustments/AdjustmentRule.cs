using System.Text.Json;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How much bonus and deduction items may count: data with a version, kept with every run that used it.</summary>
/// <param name="From">First quarter it holds for.</param>
/// <param name="Clause">The rule in words, as the pages show it.</param>
public sealed record AdjustmentRule(int Version, string From, int BonusHundredths, int DeductionHundredths, string Clause)
{
    private static readonly List<AdjustmentRule> All =
        JsonSerializer.Deserialize<List<AdjustmentRule>>(EmbeddedData.Read("adjustment-rules.json"), JsonSerializerOptions.Web)!;

    public AdjustmentCaps Caps => new(BonusHundredths, DeductionHundredths);

    /// <summary>The rule of a quarter; that of the first where it is earlier than all.</summary>
    public static AdjustmentRule For(Quarter quarter) =>
        All.Where(r => Quarter.Parse(r.From)!.Value.CompareTo(quarter) <= 0).MaxBy(r => r.Version) ?? All[0];
}
