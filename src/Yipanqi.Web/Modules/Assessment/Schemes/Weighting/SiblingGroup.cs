using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Nodes that are weighed among themselves: the children of a node, below the root those of one track.</summary>
public sealed record SiblingGroup(SchemeNode Parent, Track Track, IReadOnlyList<SchemeNode> Members)
{
    public IReadOnlyList<string> Codes { get; } = [.. Members.Select(m => m.Code)];

    /// <summary>What the members' weights add up to and keep adding up to; 100 where there is nothing to keep.</summary>
    public double Total => Track != Track.None && Members.Sum(m => m.Weight) is > 0 and var sum ? Math.Round(sum, 6) : 100;

    /// <summary>Null where there is no such node or track.</summary>
    public static SiblingGroup? Find(SchemeDefinition definition, string parent, Track track)
    {
        var members = definition.Nodes.Where(n => n.Parent == parent && n.Track == track).ToList();
        return definition.Nodes.FirstOrDefault(n => n.Code == parent) is { } node && members.Count > 0 ? new(node, track, members) : null;
    }

    /// <summary>All groups of a scheme, in the order of their parents.</summary>
    public static IReadOnlyList<SiblingGroup> All(SchemeDefinition definition)
    {
        var children = definition.Nodes.ToLookup(n => n.Parent);
        return [.. definition.Nodes.SelectMany(p => children[p.Code].GroupBy(c => c.Track).Select(g => new SiblingGroup(p, g.Key, [.. g])))];
    }

    public SchemeWeighting WeightingIn(SchemeDefinition definition) => Stored(definition) ?? new(Parent.Code, Track, WeightMethod.Fixed);

    public SchemeWeighting? Stored(SchemeDefinition definition) => definition.Weightings?.FirstOrDefault(IsOf);

    /// <summary>The scheme with this weighting in place of the group's old one, and these weights at its members.</summary>
    public SchemeDefinition With(SchemeDefinition definition, SchemeWeighting? weighting, IReadOnlyList<double>? weights = null)
    {
        var others = (definition.Weightings ?? []).Where(w => !IsOf(w));
        var all = (weighting is null || IsBare(weighting) ? others : others.Append(weighting)).ToList();
        var nodes = weights is null ? definition.Nodes
            : [.. definition.Nodes.Select(n => Codes.ToList().IndexOf(n.Code) is >= 0 and var at ? n with { Weight = weights[at] } : n)];
        return definition with { Nodes = nodes, Weightings = all.Count == 0 ? null : all };
    }

    private bool IsOf(SchemeWeighting weighting) => weighting.Node == Parent.Code && weighting.Track == Track;

    private static bool IsBare(SchemeWeighting weighting) => weighting is { Method: WeightMethod.Fixed, Experts: null };
}
