using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>At which units an actor may register events of a level: where they hold the post or are a member, and below them where they accept duties. A member's events are the member's own.</summary>
internal static class EventPlaces
{
    /// <param name="IsOwn">The actor has the unit's duties themselves.</param>
    public sealed record Place(Unit Unit, bool IsOwn);

    /// <summary>The open units whose duties of this level the actor has.</summary>
    public static IQueryable<Unit> Own(YipanqiDb db, IQueryable<Unit> units, DutyLevel level, Actor actor, DateOnly today)
    {
        var (me, role) = (actor.PersonId, DutyHolders.RoleOf(level));
        var members = DutyHolders.Members(db).Where(m => m.PersonId == me);
        var posts = db.Set<Post>().Where(p => p.PersonId == me && p.Role == role && p.FromDay <= today && (p.ToDay == null || p.ToDay >= today));
        return level == DutyLevel.Member
            ? units.Where(u => members.Any(m => m.TenantId == u.TenantId && m.UnitId == u.Id))
            : units.Where(u => posts.Any(p => p.TenantId == u.TenantId && p.UnitId == u.Id));
    }

    /// <summary>The unit that was picked; refused where it is neither the actor's own nor below them, or has no duties of this level.</summary>
    public static async Task<Outcome<Place>> FindAsync(YipanqiDb db, Actor actor, DutyLevel level, Picked? picked, DateOnly today, CancellationToken cancellation)
    {
        var units = (await DutyHolders.UnitsAsync(db, cancellation))[level];
        if (picked?.Key is { } id && await Own(db, units, level, actor, today).SingleOrDefaultAsync(u => u.Id == id, cancellation) is { } own)
        {
            return new Place(own, true);
        }

        var found = await db.FindPickedAsync(actor, Permission.AcceptDuties, picked, "Unit", cancellation);
        if (!found.IsDone)
        {
            return Outcome<Place>.Refused(found.Refusals);
        }

        var unit = found.Value;
        return level == DutyLevel.Member || !await units.AnyAsync(u => u.Id == unit.Id, cancellation)
                ? new Refusal("event.level", "Unit", $"{unit.Name}没有{DutyWords.Of(level)}层级由上级登记的责任。请另选单位或责任。")
            : actor.PathsFor(Permission.AcceptDuties).Contains(unit.Path)
                ? new Refusal("event.own", "Unit", "本单位的事项由担任这一职务的同志在“我的待办”登记；这里登记下级单位的。")
            : new Place(unit, false);
    }
}
