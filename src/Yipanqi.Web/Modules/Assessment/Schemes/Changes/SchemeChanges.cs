namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a version says that an earlier one does not.</summary>
/// <param name="General">Of the scheme as a whole.</param>
/// <param name="Nodes">Nodes of both versions that say something else now, in reading order.</param>
/// <param name="Shares">Items whose share in the index is another, largest change first; an item that is not there has none.</param>
public sealed record SchemeChanges(
    IReadOnlyList<AspectChange> General, IReadOnlyList<SchemeNode> Added, IReadOnlyList<SchemeNode> Removed, IReadOnlyList<NodeChange> Nodes, IReadOnlyList<ShareChange> Shares)
{
    // Shares come from quotients; a difference below this is rounding.
    private const double Same = 1e-12;

    public bool AreNone => General.Count + Added.Count + Removed.Count + Nodes.Count + Shares.Count == 0;

    public static SchemeChanges Of(SchemeDefinition before, SchemeDefinition after)
    {
        var (old, now) = (before.Nodes.ToDictionary(n => n.Code), after.Nodes.ToDictionary(n => n.Code));
        var ordered = SchemeTree.Rows(after).Select(r => r.Node).ToList();
        var changed = ordered.Where(n => old.ContainsKey(n.Code)).Select(n => new NodeChange(n.Code, n.Name, [.. Aspects.Of(old[n.Code], n), .. Aspects.Order(before, after, n)]));
        return new(
            [.. Aspects.Of(before, after)], [.. ordered.Where(n => !old.ContainsKey(n.Code))], [.. SchemeTree.Rows(before).Select(r => r.Node).Where(n => !now.ContainsKey(n.Code))],
            [.. changed.Where(c => c.What.Count > 0)], SharesOf(before, after));
    }

    private static IReadOnlyList<ShareChange> SharesOf(SchemeDefinition before, SchemeDefinition after)
    {
        var (old, now) = (Items(before), Items(after));
        return [.. now.Concat(old.Where(o => !now.ContainsKey(o.Key))).Select(p => p.Value.Node)
            .Select(n => new ShareChange(n.Code, n.Name, old.TryGetValue(n.Code, out var was) ? was.Share : null, now.TryGetValue(n.Code, out var row) ? row.Share : null))
            .Where(c => Math.Abs(c.By) > Same).OrderByDescending(c => Math.Abs(c.By))];

        static Dictionary<string, SchemeTreeRow> Items(SchemeDefinition definition) => SchemeTree.Rows(definition).Where(r => r.Node.Item is not null).ToDictionary(r => r.Node.Code);
    }
}
