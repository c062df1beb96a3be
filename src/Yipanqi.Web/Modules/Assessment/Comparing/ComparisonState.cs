namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Whether the change between two quarters can be split over the items, and why not.</summary>
public enum ComparisonState
{
    /// <summary>Split; the contributions add up to the change.</summary>
    Exact,

    /// <summary>The organisation is not in one of the two snapshots.</summary>
    Absent,

    /// <summary>It has no index in one of them.</summary>
    NoScore,

    /// <summary>The two schemes make their means differently or begin at another least score.</summary>
    Incomparable,
}
