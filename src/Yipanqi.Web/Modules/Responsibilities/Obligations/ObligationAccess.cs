using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Who sees an obligation, whose it is, and who decides on it. What is outside is as absent as what never was.</summary>
internal static class ObligationAccess
{
    public static readonly Refusal Absent = new("obligation.absent", "", "没有这件责任事项，或者不在您的范围内。");
    public static readonly Refusal Moved = new("obligation.moved", "", "没有办理。这件事项刚被别人办理过，请刷新后再看。");

    /// <summary>Runs a change of an obligation; of two at once the second is told.</summary>
    public static async Task<Outcome<T>> RunAsync<T>(UnitOfWork unitOfWork, Actor actor, Func<YipanqiDb, Task<Outcome<T>>> useCase, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, useCase, cancellation);
        }
        catch (DbUpdateException)
        {
            return Moved;
        }
    }

    /// <summary>Runs a decision of the level above on one obligation that the actor read in this version.</summary>
    public static Task<Outcome<Guid>> DecideAsync(
        UnitOfWork unitOfWork, Actor actor, Guid id, int version, ObligationStep step, Func<YipanqiDb, Obligation, Task<Outcome<Guid>>> decide, CancellationToken cancellation) =>
        RunAsync<Guid>(
            unitOfWork,
            actor,
            async db => await db.Below(actor).SingleOrDefaultAsync(o => o.Id == id, cancellation) switch
            {
                null => Absent,
                var obligation when obligation.Version != version || !obligation.May(step) => Moved,
                var obligation when obligation.IsOwn(actor) => Own,
                var obligation => await decide(db, obligation),
            },
            cancellation);

    /// <summary>What the actor may read: of units in sight; a member's own only by the member and by those who accept.</summary>
    public static IQueryable<Obligation> Obligations(this YipanqiDb db, Actor actor)
    {
        var me = actor.PersonId;
        var rows = db.Set<Obligation>().AsQueryable();
        if (!actor.CoversAll(Permission.ViewDuties))
        {
            var seen = db.Set<Unit>().Within(actor, Permission.ViewDuties, u => u.Path);
            rows = rows.Where(o => seen.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId));
        }

        if (!actor.CoversAll(Permission.AcceptDuties))
        {
            var accepts = db.Set<Unit>().Within(actor, Permission.AcceptDuties, u => u.Path);
            rows = rows.Where(o => o.PersonId == Guid.Empty || o.PersonId == me || accepts.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId));
        }

        return rows;
    }

    /// <summary>What the actor has to do: of the units whose post of the level they hold on this day, and their own as a member.</summary>
    public static IQueryable<Obligation> Mine(this YipanqiDb db, Actor actor, DateOnly today)
    {
        var me = actor.PersonId;
        var held = db.Set<Post>()
            .Where(p => p.PersonId == me && p.FromDay <= today && (p.ToDay == null || p.ToDay >= today)
                && (p.Role == PostRole.PartyGroup || p.Role == PostRole.PartyCommitteeOfficer || p.Role == PostRole.BranchSecretary))
            .Select(p => new
            {
                p.TenantId,
                p.UnitId,
                Level = p.Role == PostRole.PartyGroup ? DutyLevel.PartyGroup : p.Role == PostRole.PartyCommitteeOfficer ? DutyLevel.PartyCommittee : DutyLevel.Branch,
            }).Distinct();
        var ofPosts = held.Join(
            db.Set<Obligation>().Where(o => o.PersonId == Guid.Empty), h => new { h.TenantId, h.UnitId, h.Level }, o => new { o.TenantId, o.UnitId, o.Level }, (_, o) => o);

        // Two halves, each by an index of its own: one condition for both, or a condition on every row, reads millions of them.
        return db.Set<Obligation>().Where(o => o.PersonId == me).Concat(ofPosts);
    }

    /// <summary>What the actor decides on: of units below one where the permission holds; of that unit itself only what its members have in person.</summary>
    public static IQueryable<Obligation> Below(this YipanqiDb db, Actor actor)
    {
        var tops = actor.PathsFor(Permission.AcceptDuties).ToArray();
        var units = db.Set<Unit>().Within(actor, Permission.AcceptDuties, u => u.Path).Where(u => !EF.Parameter(tops).Contains(u.Path));
        var members = db.Set<Unit>().Within(actor, Permission.AcceptDuties, u => u.Path);
        return db.Set<Obligation>().Where(o => units.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId)
            || (o.PersonId != Guid.Empty && members.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId)));
    }

    /// <summary>Of those, what was reported or asked for by others and waits for a decision.</summary>
    public static IQueryable<Obligation> Waiting(this YipanqiDb db, Actor actor)
    {
        var me = actor.PersonId;

        // The first condition is that of the index, word for word: SQLite uses it for nothing else.
        return db.Below(actor).Where(o => o.State == ObligationState.Submitted || o.Request != null).Where(o => o.PersonId != me && ((o.State == ObligationState.Submitted && o.DoneBy != me) || (o.Request != null && o.RequestBy != me)));
    }

    /// <summary>Whether the actor did it, asked for it or has it as a member: then another decides.</summary>
    public static bool IsOwn(this Obligation obligation, Actor actor) =>
        obligation.DoneBy == actor.PersonId || obligation.RequestBy == actor.PersonId || obligation.PersonId == actor.PersonId;

    public static readonly Refusal Own = new("obligation.own", "", "自己办的事项、自己提的申请，须由上级认定，不能由本人认定。");
}
