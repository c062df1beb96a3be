using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Finds the unit a picker means. One outside the actor's permission is as absent as one that never was.</summary>
public static class PickedUnits
{
    private const int LongestText = 200;

    /// <param name="field">The picker's field, at which a refusal is shown.</param>
    /// <param name="track">Only units of this track; null for both.</param>
    public static async Task<Outcome<Unit>> FindPickedAsync(
        this YipanqiDb db, Actor actor, Permission permission, Picked? picked, string field, CancellationToken cancellation, Track? track = null)
    {
        var what = track switch { Track.Party => "党组织", Track.Administrative => "行政单位", _ => "单位" };
        if (picked is null || picked.IsEmpty)
        {
            return new Refusal("pick.missing", field, $"请填{what}的编码或名称。");
        }

        var units = db.Set<Unit>().Within(actor, permission, u => u.Path).Open().Where(u => track == null || u.Track == track);
        var (id, text) = (picked.Key, picked.Typed);
        var found = await units.Where(u => u.Id == id || u.Code == text || u.Name == text || u.ShortName == text)
            .OrderBy(u => u.Id != id).ThenBy(u => u.Code != text).ThenBy(u => u.Code).Take(3).ToListAsync(cancellation);

        // A text changed after something was chosen is what counts.
        var chosen = found.Find(u => u.Id == id && (text.Length == 0 || text == u.Name || text == u.ShortName || text == u.Code)) ?? found.Find(u => u.Code == text);
        var named = found.Where(u => u.Name == text || u.ShortName == text).ToList();
        return (chosen, named.Count) switch
        {
            ({ } unit, _) => unit,
            (null, 1) => named[0],
            (null, 0) => new Refusal("pick.absent", field, text.Length is > 0 and <= LongestText ? $"您管理的范围里没有编码或名称为“{text}”的{what}。" : $"您管理的范围里没有这个{what}。"),
            _ => new Refusal("pick.ambiguous", field, $"不止一个{what}叫“{text}”，请填编码，或从名单里选。"),
        };
    }

    /// <summary>Whether the permission holds at all of these units: for taking a change back that moved something away from them.</summary>
    /// <param name="none">Whether the actor may also leave it with no unit.</param>
    public static async Task<bool> MayAllAsync(this YipanqiDb db, Actor actor, Permission permission, IEnumerable<Guid?> units, bool none, CancellationToken cancellation)
    {
        var had = units.Distinct().ToList();
        var ids = had.OfType<Guid>().ToArray();
        var mine = ids.Length == 0 ? 0 : await db.Set<Unit>().Within(actor, permission, u => u.Path).CountAsync(u => EF.Parameter(ids).Contains(u.Id), cancellation);
        return mine == ids.Length && (none || !had.Contains(null));
    }
}
