using System.Globalization;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How weights came about, in a phrase.</summary>
public static class WeightingText
{
    public static string Of(SchemeWeighting weighting)
    {
        var experts = weighting.Experts is { Count: > 0 } all ? $"{all.Count} 位专家" : "";
        var quarter = Quarter.Parse(weighting.Quarter)?.Chinese ?? "";
        var alpha = weighting.Alpha?.ToString("0.##", CultureInfo.InvariantCulture);
        string[] parts = weighting.Method switch
        {
            WeightMethod.Ahp => [experts, SchemeWords.TableName(weighting.RandomIndex), weighting.Reason is null ? "" : "矛盾有署名理由"],
            WeightMethod.Entropy or WeightMethod.Critic => [quarter],
            WeightMethod.Blend => [experts, $"α = {alpha}", SchemeWords.NameOf(weighting.Objective ?? WeightMethod.Entropy), quarter],
            _ => [],
        };
        var told = string.Join("，", parts.Where(p => p.Length > 0));
        return told.Length > 0 ? $"{SchemeWords.NameOf(weighting.Method)}：{told}" : SchemeWords.NameOf(weighting.Method);
    }
}
