using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.Temporary;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>
/// 成立临时党组织 for a task force that is away: founded by the use case of the organisations below the Party organisation of the force, then noted with the force.
/// </summary>
public sealed class GiveOrganisation(UnitOfWork unitOfWork, FoundTemporary found, TimeProvider clock)
{
    public sealed record Input(Guid ForceId, int Version, string Name, string Basis, string FromDay, Picked? Secretary);

    /// <summary>Answers the unit founded.</summary>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var force = await unitOfWork.ReadAsync(actor.TenantId, db => db.FindForceAsync(actor, input.ForceId, cancellation), cancellation);
        if (force is null || force.AwayUntil is null)
        {
            return ForceAccess.Absent;
        }

        if (force.TemporaryUnitId is not null || force.Version != input.Version)
        {
            return Fusion.FusionAccess.Raced;
        }

        var made = await found.RunAsync(
            actor, new(force.PartyUnitId, input.Name, force.Name, input.Basis, input.FromDay, Organisations.People.DayText.Write(force.AwayUntil), input.Secretary), cancellation);
        return made.IsDone ? await NoteAsync(actor, force.Id, made.Value, cancellation) : made;
    }

    private Task<Outcome<Guid>> NoteAsync(Actor actor, Guid forceId, Guid unitId, CancellationToken cancellation) => unitOfWork.WriteAsync<Guid>(
        actor.TenantId,
        async db =>
        {
            var force = await db.Set<TaskForce>().SingleAsync(f => f.Id == forceId, cancellation);
            var from = await db.Set<TemporaryOrganisation>().Where(t => t.UnitId == unitId).Select(t => t.FromDay).SingleAsync(cancellation);
            force.HaveOrganisation(unitId, from);
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "force.organised", nameof(TaskForce), force.Id), cancellation);
            return unitId;
        },
        cancellation);
}
