using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures.Import;

/// <summary>The Party organisations a file names, themselves or by the administrative unit they are linked to, of those the actor manages fusion for: two commands.</summary>
internal sealed class KnownParties
{
    private readonly ILookup<string, Place> byText;
    private readonly ILookup<string, Place> byOrgan;

    private KnownParties(IEnumerable<Place> parties, IEnumerable<Place> organs) => (byText, byOrgan) = (Named(parties), Named(organs));

    /// <param name="Id">The Party organisation's, also where an administrative unit is named.</param>
    public sealed record Place(Guid Id, int Depth, string Code, string Name, string ShortName);

    public static async Task<KnownParties> LoadAsync(YipanqiDb db, Actor actor, IEnumerable<string> named, CancellationToken cancellation)
    {
        var texts = named.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var parties = db.Set<Unit>().Within(actor, Permission.ManageFusion, u => u.Path).Open().Where(u => u.Track == Track.Party);
        var own = await parties.Where(u => EF.Parameter(texts).Contains(u.Code) || EF.Parameter(texts).Contains(u.Name) || EF.Parameter(texts).Contains(u.ShortName))
            .Select(u => new Place(u.Id, u.Depth, u.Code, u.Name, u.ShortName)).ToListAsync(cancellation);
        var linked = await (
            from organ in db.Set<Unit>()
            where organ.Track == Track.Administrative && (EF.Parameter(texts).Contains(organ.Code) || EF.Parameter(texts).Contains(organ.Name) || EF.Parameter(texts).Contains(organ.ShortName))
            join link in db.Set<UnitLink>() on new { organ.TenantId, organ.Id } equals new { link.TenantId, Id = link.AdministrativeUnitId }
            join party in parties on new { link.TenantId, Id = link.PartyUnitId } equals new { party.TenantId, party.Id }
            select new Place(party.Id, party.Depth, organ.Code, organ.Name, organ.ShortName)).ToListAsync(cancellation);
        return new(own, linked);
    }

    /// <summary>A code leads to one organisation; a name to all that bear it; an administrative unit to the uppermost Party organisation linked to it.</summary>
    public IReadOnlyList<Guid> Find(string text)
    {
        if (byText.Contains(text))
        {
            var found = byText[text].ToList();
            return found.Find(p => p.Code == text) is { } one ? [one.Id] : [.. found.Select(p => p.Id)];
        }

        var linked = byOrgan[text].ToList();
        return [.. linked.Where(p => p.Depth == linked.Min(l => l.Depth)).Select(p => p.Id).Distinct()];
    }

    private static ILookup<string, Place> Named(IEnumerable<Place> places) =>
        places.SelectMany(p => new[] { p.Code, p.Name, p.ShortName }.Distinct(StringComparer.Ordinal).Select(t => (Text: t, Place: p))).ToLookup(p => p.Text, p => p.Place, StringComparer.Ordinal);
}
