namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the figure of an item is, which decides how it is pooled over a subtree.</summary>
public enum FigureKind
{
    /// <summary>A bare value, never pooled.</summary>
    Value,

    /// <summary>Numerator ÷ denominator: pooled as Σ ÷ Σ.</summary>
    Ratio,

    /// <summary>Sum of values ÷ their number: pooled as Σ ÷ Σ. With a rating scale the counts of 1–5 are pooled too.</summary>
    Mean,

    /// <summary>A median of records: pooled as the median of the pooled records, or weighted by n without records.</summary>
    Median,

    /// <summary>Least ratio of a level's on-time rate to that of the level above it: from the pooled counts of the levels.</summary>
    MinHop,

    /// <summary>One on-time rate less another: from the pooled counts of both.</summary>
    Difference,
}
