using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One node of a scheme: the root, a dimension, an indicator or any other aggregate, or an item.</summary>
/// <param name="Parent">Code of the parent; empty at the root.</param>
/// <param name="Weight">Weight among its siblings, of any scale, at most six decimals.</param>
public sealed record SchemeNode(string Code, string Parent, string Name, double Weight)
{
    /// <summary>Mean that makes an aggregate of its children; the same for all nodes of a level.</summary>
    public AggregationKind Aggregation { get; init; }

    /// <summary>Track of a child of the root.</summary>
    public Track Track { get; init; }

    /// <summary>Which of the five disconnects (五个脱节) it answers, for instance 1 or 3、5; empty for none.</summary>
    public string Disconnect { get; init; } = "";

    /// <summary>Siblings of the parent that take over this node's share where it drops out.</summary>
    public IReadOnlyList<string> ReleasesTo { get; init; } = [];

    /// <summary>Null on aggregates.</summary>
    public SchemeItem? Item { get; init; }
}
