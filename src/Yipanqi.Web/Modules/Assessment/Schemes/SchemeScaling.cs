namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How the figure of an item becomes a score.</summary>
public enum SchemeScaling
{
    /// <summary>Linear from floor to target, cut at both.</summary>
    Goalposts,

    /// <summary>From the worst to the best of the peer group.</summary>
    MinMax,

    /// <summary>50 + 10z within the peer group, cut to the scale.</summary>
    ZScore,

    /// <summary>Share of the peer group that is worse.</summary>
    Percentile,

    /// <summary>Way from the worst of the peer group to a target.</summary>
    Target,
}
