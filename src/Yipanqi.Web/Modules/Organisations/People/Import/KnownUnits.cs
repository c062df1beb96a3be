using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.People.Import;

/// <summary>The units a file of people names by code or by name, read with one command; only those where the actor manages people.</summary>
internal sealed class KnownUnits
{
    private readonly Dictionary<string, Place> byCode;
    private readonly ILookup<string, Place> byName;
    private readonly Dictionary<Guid, Place> byId;

    private KnownUnits(List<Place> places)
    {
        byCode = places.ToDictionary(p => p.Code, StringComparer.Ordinal);
        byName = places.ToLookup(p => p.Name, StringComparer.Ordinal);
        byId = places.ToDictionary(p => p.Id);
    }

    public sealed record Place(Guid Id, string Code, string Name, string Kind, Track Track, string Path);

    public static async Task<KnownUnits> LoadAsync(YipanqiDb db, Actor actor, IReadOnlyList<string> named, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var (texts, known) = (named.ToArray(), ids.ToArray());
        return new(await db.Set<Unit>().Within(actor, Permission.ManagePeople, u => u.Path)
            .Where(u => (u.ClosedDay == null && (EF.Parameter(texts).Contains(u.Code) || EF.Parameter(texts).Contains(u.Name))) || EF.Parameter(known).Contains(u.Id))
            .Select(u => new Place(u.Id, u.Code, u.Name, u.Kind, u.Track, u.Path)).ToListAsync(cancellation));
    }

    public Place? ById(Guid? id) => id is { } known ? byId.GetValueOrDefault(known) : null;

    /// <summary>The unit of that code or sole name; else the sentence that says what is wrong.</summary>
    public (Place? Unit, string? Fault) Find(string asked, Track track)
    {
        var found = byCode.TryGetValue(asked, out var one) && one.Track == track ? [one] : byName[asked].Where(p => p.Track == track).ToList();
        var wanted = track == Track.Party ? "党支部" : "行政单位";
        return found switch
        {
            [] => (null, $"您管理的范围里没有编码或名称为“{asked}”的{wanted}。请先导入单位，或改正编码。"),
            [var unit] when track == Track.Party && PersonAccess.BranchFault(unit.Kind, unit.Name) is { } fault => (null, fault),
            [var unit] => (unit, null),
            _ => (null, $"有 {found.Count} 个{wanted}叫“{asked}”。请改填编码。"),
        };
    }
}
