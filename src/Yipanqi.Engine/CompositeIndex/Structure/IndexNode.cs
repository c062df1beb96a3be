namespace Yipanqi.Engine.CompositeIndex;

/// <summary>One node of an index: an item where it has a <see cref="Rule"/>, else an aggregate of its children.</summary>
/// <param name="Code">Code, unique in the index.</param>
/// <param name="Parent">Code of the parent; null or empty at the root.</param>
/// <param name="Weight">Weight among its siblings, of any scale, at least 0; 0 keeps a node in sight without counting it.</param>
public sealed record IndexNode(string Code, string? Parent, double Weight)
{
    /// <summary>How the raw figures of an item are scored; null on aggregates.</summary>
    public ItemRule? Rule { get; init; }

    /// <summary>The track a child of the root belongs to.</summary>
    public Track Track { get; init; }

    /// <summary>
    /// Siblings of the parent that take over this node's share where it drops out, so that its own siblings keep
    /// theirs. Empty: the share goes to its own siblings, as usual. See docs/methods/missing-data.md.
    /// </summary>
    public IReadOnlyList<string> ReleasesWeightTo { get; init; } = [];
}
