namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Why an item could not be compared within a peer group.</summary>
public enum RelativeDropReason : byte
{
    /// <summary>All reported values of the group are equal.</summary>
    ConstantColumn,

    /// <summary>The item is due in fewer than 5 organisations of the group.</summary>
    GroupUnderFive,

    /// <summary>The target is not better than the worst reported value of the group.</summary>
    TargetNotBeyondWorst,

    /// <summary>The organisation has no peer group.</summary>
    NoPeerGroup,
}
