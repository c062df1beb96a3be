using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.History;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>Finding temporary organisations whose superior the actor's post reaches: it approved them and names their leaders.</summary>
internal static class TemporaryAccess
{
    public static async Task<TemporaryOrganisation?> FindTemporaryAsync(this YipanqiDb db, Actor actor, Guid unitId, CancellationToken cancellation)
    {
        var path = await db.Set<Unit>().Within(actor, Permission.ManageOrganisations, u => u.Path).Where(u => u.Id == unitId).Select(u => u.Path).SingleOrDefaultAsync(cancellation);
        return path is not null && actor.Covers(Permission.ManageOrganisations, UnitChangeAccess.SuperiorOf(path))
            ? await db.Set<TemporaryOrganisation>().SingleOrDefaultAsync(t => t.UnitId == unitId && t.DissolvedDay == null, cancellation)
            : null;
    }

    /// <summary>Those in the actor's scope, and those the actor belongs to today.</summary>
    public static IQueryable<TemporaryOrganisation> Temporaries(this YipanqiDb db, Actor actor)
    {
        var (units, mine) = (db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path), db.Set<TemporaryMember>().Where(m => m.PersonId == actor.PersonId && m.ToDay == null));
        return db.Set<TemporaryOrganisation>().Where(t => units.Any(u => u.Id == t.UnitId) || mine.Any(m => m.UnitId == t.UnitId));
    }

    /// <summary>Those not dissolved whose secretary or deputy the actor is today.</summary>
    public static IQueryable<TemporaryOrganisation> LedBy(this YipanqiDb db, Actor actor) => db.Set<TemporaryOrganisation>().Where(t => t.DissolvedDay == null
        && db.Set<TemporaryMember>().Any(m => m.TenantId == t.TenantId && m.UnitId == t.UnitId && m.PersonId == actor.PersonId && m.ToDay == null
            && (m.Role == TemporaryRole.Secretary || m.Role == TemporaryRole.DeputySecretary)));

    /// <summary>One the actor leads, or approves as the superior: both tell how its work stands.</summary>
    public static async Task<TemporaryOrganisation?> FindReportingAsync(this YipanqiDb db, Actor actor, Guid unitId, CancellationToken cancellation) =>
        await db.LedBy(actor).SingleOrDefaultAsync(t => t.UnitId == unitId, cancellation) ?? await db.FindTemporaryAsync(actor, unitId, cancellation);

    /// <summary>A Party member the actor sees, with a branch of their own.</summary>
    public static async Task<Outcome<Guid>> FindMemberAsync(this PeopleScope people, YipanqiDb db, Actor actor, Picked? picked, string field, CancellationToken cancellation)
    {
        var found = await people.FindPickedAsync(db, actor, Permission.ViewPeople, picked, field, cancellation);
        return !found.IsDone ? Outcome<Guid>.Refused(found.Refusals)
            : await db.Set<People.PersonDetail>().AnyAsync(d => d.PersonId == found.Value.Id && d.BranchId != null, cancellation) ? found.Value.Id
            : new Refusal("temporary.member", field, $"{found.Value.Name}现在没有组织关系。临时党组织由组织关系在原支部的党员组成。");
    }
}
