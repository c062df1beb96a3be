using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>Changes a Party measure that stands. Whose it is stays while a fusion point made from it runs.</summary>
public sealed class EditMeasure(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    /// <param name="Version">The version that the person read.</param>
    public sealed record Input(Guid Id, int Version, MeasureInput Measure);

    /// <summary>Answers the offer to take it back; null where nothing changed.</summary>
    public Task<Outcome<Guid?>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeMeasureAsync<Guid?>(actor, input.Id, input.Version, (db, measure) => SaveAsync(db, actor, measure, input.Measure, cancellation), cancellation);

    private async Task<Outcome<Guid?>> SaveAsync(YipanqiDb db, Actor actor, PartyMeasure measure, MeasureInput input, CancellationToken cancellation)
    {
        if (measure.State == MeasureState.Withdrawn)
        {
            return MeasureAccess.Withdrawn;
        }

        var told = await MeasureCheck.ReadAsync(db, people, actor, input, measure.OwnerPersonId, cancellation);
        if (!told.IsDone)
        {
            return Outcome<Guid?>.Refused(told.Refusals);
        }

        if (told.Value.Unit?.Id != measure.UnitId && await db.TiedAsync([measure.Id], cancellation) is { } tied)
        {
            return tied with { Field = nameof(input.Unit) };
        }

        var before = MeasureBefore.Of(measure);
        if (!(measure.Describe(told.Value.Facts) | measure.Assign(told.Value.Unit)))
        {
            return Outcome<Guid?>.Done(null);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Guid? undo = await db.OfferUndoAsync(actor, RestoreMeasures.KindName, $"修改党建举措 {measure.Name}", new[] { before }, now, cancellation);
        await db.SaveAsync(new Change(actor.PersonId, now, "measure.edited", nameof(PartyMeasure), measure.Id), cancellation);
        return undo;
    }
}
