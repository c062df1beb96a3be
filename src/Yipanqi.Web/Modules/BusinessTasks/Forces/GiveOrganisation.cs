using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Temporary;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>
/// 成立临时党组织 for a task force that is away: founded by the rules of <see cref="FoundTemporary"/> below the Party organisation of the force and noted with
/// the force, in one transaction: there is never the one without the other.
/// </summary>
public sealed class GiveOrganisation(UnitOfWork unitOfWork, FoundTemporary found, TimeProvider clock)
{
    public sealed record Input(Guid ForceId, int Version, string Name, string Basis, string FromDay, Picked? Secretary);

    /// <summary>Answers the unit founded.</summary>
    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var force = await db.FindForceAsync(actor, input.ForceId, cancellation);
        if (force is null || force.AwayUntil is null)
        {
            return ForceAccess.Absent;
        }

        if (force.TemporaryUnitId is not null || force.Version != input.Version)
        {
            return FusionAccess.Raced;
        }

        var made = await found.FoundAsync(
            db, actor, new(force.PartyUnitId, input.Name, force.Name, input.Basis, input.FromDay, DayText.Write(force.AwayUntil), input.Secretary), cancellation);
        if (!made.IsDone)
        {
            return Outcome<Guid>.Refused(made.Refusals);
        }

        var (organisation, change) = made.Value;
        force.HaveOrganisation(organisation.UnitId, organisation.FromDay);
        await CarryAsync(db, force, organisation, cancellation);
        await db.SaveAsync([change, new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "force.organised", nameof(TaskForce), force.Id)], cancellation);
        return organisation.UnitId;
    }

    // Its Party members belong to the organisation from its first day, besides their own branches; the secretary does already.
    private static async Task CarryAsync(YipanqiDb db, TaskForce force, TemporaryOrganisation organisation, CancellationToken cancellation)
    {
        var inside = db.ChangeTracker.Entries<TemporaryMember>().Select(m => m.Entity.PersonId).ToList();
        var members = await AwayRule.PartyMembers(db).Where(m => m.ForceId == force.Id && m.LeftDay == null && !inside.Contains(m.PersonId)).ToListAsync(cancellation);
        db.AddRange(members.Select(m => TemporaryMember.Join(organisation, m.PersonId, TemporaryRole.Member, m.FromDay > organisation.FromDay ? m.FromDay : organisation.FromDay)));
    }
}
