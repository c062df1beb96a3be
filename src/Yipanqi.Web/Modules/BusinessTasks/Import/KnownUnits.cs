using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>The administrative units a file names by code, name or short name, of those the actor sees: one command.</summary>
internal sealed class KnownUnits
{
    private readonly ILookup<string, Place> byText;

    private KnownUnits(List<Place> places) =>
        byText = places.SelectMany(p => new[] { p.Code, p.Name, p.ShortName }.Distinct(StringComparer.Ordinal).Select(t => (Text: t, Place: p))).ToLookup(p => p.Text, p => p.Place, StringComparer.Ordinal);

    /// <param name="MayLead">The actor manages tasks there.</param>
    public sealed record Place(Guid Id, string Code, string Name, string ShortName, bool MayLead);

    public static async Task<KnownUnits> LoadAsync(YipanqiDb db, Actor actor, IEnumerable<string> named, CancellationToken cancellation)
    {
        var texts = named.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var units = await db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).Open()
            .Where(u => u.Track == Track.Administrative && (EF.Parameter(texts).Contains(u.Code) || EF.Parameter(texts).Contains(u.Name) || EF.Parameter(texts).Contains(u.ShortName)))
            .Select(u => new { u.Id, u.Code, u.Name, u.ShortName, u.Path }).ToListAsync(cancellation);
        return new(units.ConvertAll(u => new Place(u.Id, u.Code, u.Name, u.ShortName, actor.Covers(Permission.ManageTasks, u.Path))));
    }

    /// <summary>A code leads to one unit; a name to all that bear it.</summary>
    public IReadOnlyList<Place> Find(string text)
    {
        var found = byText[text].ToList();
        return found.Find(p => p.Code == text) is { } one ? [one] : found;
    }
}
