namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What becomes of a figure that should be there and is not.</summary>
public enum MissingPolicy
{
    /// <summary>It is listed and counts the least score while two thirds of the weight are reported; below that the node is grey.</summary>
    CountsZero,

    /// <summary>It drops out with its weight, as in published international indices.</summary>
    LeftOut,
}
