using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Compares a version with another of the same scheme; by default with the published one before it.</summary>
public sealed class SchemeChangesQuery(SchemesQuery schemes)
{
    /// <param name="with">Another version to compare with.</param>
    /// <returns>Null where the actor sees no such version.</returns>
    public async Task<SchemeComparison?> FindAsync(Actor actor, Guid id, Guid? with, CancellationToken cancellation)
    {
        if (await schemes.FindAsync(actor, id, cancellation) is not { } after)
        {
            return null;
        }

        var others = after.PublishedBefore;
        var line = others.FirstOrDefault(l => l.Id == with) ?? others.FirstOrDefault(l => l.Number < after.Line.Number);
        if (line is null || await schemes.FindAsync(actor, line.Id, cancellation) is not { } before)
        {
            return new(after, null, null);
        }

        return new(after, line, SchemeChanges.Of(before.Definition, after.Definition));
    }
}
