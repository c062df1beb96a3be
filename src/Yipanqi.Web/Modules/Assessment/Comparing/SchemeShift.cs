namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What is different between the schemes of two quarters, counted.</summary>
/// <param name="Added">Items that only the later one has.</param>
/// <param name="Removed">Items that only the earlier one has.</param>
/// <param name="Reweighed">Items whose share in the index is another.</param>
/// <param name="IsSameScheme">Two versions of one scheme, so that the page of changes tells them.</param>
public sealed record SchemeShift(int Added, int Removed, int Reweighed, bool IsSameScheme)
{
    internal static SchemeShift? Of(SnapshotHead before, SnapshotHead after, SchemeDefinition was, SchemeDefinition now)
    {
        if (before.SchemeId == after.SchemeId)
        {
            return null;
        }

        var changes = SchemeChanges.Of(was, now);
        var (added, removed) = (changes.Added.Count(n => n.Item is not null), changes.Removed.Count(n => n.Item is not null));
        return new(added, removed, changes.Shares.Count(s => s is { Before: not null, After: not null }), before.SchemeCode == after.SchemeCode);
    }
}
