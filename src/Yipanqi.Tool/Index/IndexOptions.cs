using System.Globalization;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool;

/// <summary>Makes one item's rule of a normalisation option; target and floor come from the structure file.</summary>
/// <param name="direction">Direction of the item.</param>
/// <param name="target">Reads the item's target.</param>
/// <param name="floor">Reads the item's floor.</param>
internal delegate ItemRule ItemRuleMaker(Direction direction, Func<double> target, Func<double> floor);

/// <summary>Reads the options of <c>yipanqi index</c> that name methods.</summary>
internal static class IndexOptions
{
    /// <summary>minmax:0:100, zscore:M:S, percentile, borda, target, target:capped, goalposts, goalposts:1:100.</summary>
    /// <exception cref="InputRefusedException">The option names no method.</exception>
    public static ItemRuleMaker Normalisation(string option)
    {
        var parts = option.Split(':');
        return parts switch
        {
            ["minmax"] => (d, _, _) => ItemRule.MinMax(d),
            ["minmax", var l, var u] when Number(l) is { } lower && Number(u) is { } upper => (d, _, _) => ItemRule.MinMax(d, lower, upper),
            ["zscore", var m, var s] when Number(m) is { } mean && Number(s) is { } sd => (d, _, _) => ItemRule.ZScore(d, mean, sd),
            ["percentile"] => (d, _, _) => ItemRule.PercentileRank(d),
            ["borda"] => (d, _, _) => ItemRule.Borda(d),
            ["target"] => (d, target, _) => ItemRule.DistanceToTarget(d, target(), capped: false),
            ["target", "capped"] => (d, target, _) => ItemRule.DistanceToTarget(d, target(), capped: true),
            ["goalposts"] => (d, target, floor) => ItemRule.Goalposts(d, floor(), target()),
            ["goalposts", var l, var u] when Number(l) is { } lower && Number(u) is { } upper =>
                (d, target, floor) => ItemRule.Goalposts(d, floor(), target(), lower, upper),
            _ => throw new InputRefusedException(
                $"--normalise {option}: there is no such method; write minmax:0:100, zscore:50:10, percentile, borda, target, target:capped or goalposts."),
        };
    }

    /// <summary>Rules per level, of the means and the availability thresholds; each one for all levels or one per level.</summary>
    /// <exception cref="InputRefusedException">An option names no mean or no share, or the two name different numbers of levels.</exception>
    public static LevelRule[] Levels(string aggregate, string? availability)
    {
        var means = Array.ConvertAll(aggregate.Split(','), Mean);
        var shares = availability?.Split(',').Select(Share).ToArray() ?? [];
        if (means.Length > 1 && shares.Length > 1 && means.Length != shares.Length)
        {
            throw new InputRefusedException(
                $"--aggregate names {means.Length} levels and --availability {shares.Length}; give one for all levels or one per level in both.");
        }

        return [.. Enumerable.Range(0, Math.Max(means.Length, shares.Length))
            .Select(i => means[means.Length == 1 ? 0 : i] with { Availability = shares.Length == 0 ? null : shares[shares.Length == 1 ? 0 : i] })];
    }

    private static LevelRule Mean(string option) => option.Trim().Split(':') switch
    {
        ["amean"] => new LevelRule(AggregationKind.Arithmetic),
        ["gmean"] => new LevelRule(AggregationKind.Geometric),
        ["hmean"] => new LevelRule(AggregationKind.Harmonic),
        ["genmean", var p] when Number(p) is { } power => new LevelRule(AggregationKind.Generalised, power),
        _ => throw new InputRefusedException($"--aggregate {option}: there is no such mean; write amean, gmean, hmean or genmean:P."),
    };

    private static double Share(string option) =>
        Number(option) is { } share and >= 0 and <= 1
            ? share
            : throw new InputRefusedException($"--availability {option}: this is no share; write a number from 0 to 1, for instance 0.66.");

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
