using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Changes what a live fusion point says of itself; whose it is and what it is joined to stay.</summary>
public sealed class EditFusionPoint(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    /// <param name="Version">The version that the person read.</param>
    public sealed record Input(Guid Id, int Version, FusionInput Point);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var point = await db.FindFusionPointAsync(actor, input.Id, cancellation);
        if (point is null)
        {
            return FusionAccess.Absent;
        }

        if (point.State == FusionState.Ended || point.Version != input.Version)
        {
            return point.State == FusionState.Ended ? FusionAccess.Ended : FusionAccess.Raced;
        }

        var facts = await FusionCheck.ReadAsync(db, people, actor, input.Point, point.OwnerPersonId, cancellation);
        if (!facts.IsDone)
        {
            return Outcome<Guid>.Refused(facts.Refusals);
        }

        if (point.Describe(facts.Value))
        {
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "fusion.edited", nameof(FusionPoint), point.Id), cancellation);
        }

        return point.Id;
    }
}
