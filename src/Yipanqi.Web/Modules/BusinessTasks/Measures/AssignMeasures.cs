using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>认领: these Party measures are of one organisation from now on; one save, one journal entry.</summary>
public sealed class AssignMeasures(UnitOfWork unitOfWork, TimeProvider clock)
{
    public const int Most = 500;

    public sealed record Input(IReadOnlyList<Guid> Ids, Picked? Unit);

    /// <param name="Undo">The offer to take it back; null where nothing changed.</param>
    public sealed record Result(int Changed, int Unchanged, Guid? Undo);

    public Task<Outcome<Result>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Result>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var ids = input.Ids.Distinct().ToArray();
        if (ids.Length is 0 or > Most)
        {
            return new Refusal("measure.set", "", $"没有保存。请先在名单里选举措，一次最多 {Most} 项。");
        }

        var unit = await db.FindPickedAsync(actor, Permission.ManageFusion, input.Unit, nameof(input.Unit), cancellation, Track.Party);
        if (!unit.IsDone)
        {
            return Outcome<Result>.Refused(unit.Refusals);
        }

        var measures = await db.Measures(actor, Permission.ManageFusion).Where(m => EF.Parameter(ids).Contains(m.Id) && m.State == MeasureState.Active).OrderBy(m => m.Code).ToListAsync(cancellation);
        if (measures.Count == 0)
        {
            return MeasureAccess.Absent;
        }

        var changed = measures.Where(m => m.UnitId != unit.Value.Id).ToList();
        if (changed.Count == 0)
        {
            return new Result(0, measures.Count, null);
        }

        return await db.TiedAsync([.. changed.Select(m => m.Id)], cancellation) is { } tied ? tied : new Result(changed.Count, measures.Count - changed.Count, await SaveAsync(db, actor, changed, unit.Value, cancellation));
    }

    private async Task<Guid> SaveAsync(YipanqiDb db, Actor actor, List<PartyMeasure> measures, Unit unit, CancellationToken cancellation)
    {
        var (before, now) = (measures.ConvertAll(MeasureBefore.Of), clock.GetUtcNow().UtcDateTime);
        measures.ForEach(m => m.Assign(unit));
        var undo = await db.OfferUndoAsync(actor, RestoreMeasures.KindName, $"{measures.Count} 项党建举措归{unit.ShortName}", before, now, cancellation);
        Guid? one = measures.Count == 1 ? measures[0].Id : null;
        await db.SaveAsync(new Change(actor.PersonId, now, "measure.assigned", nameof(PartyMeasure), one, "", CodeSet.Detail([.. measures.Select(m => m.Code)], new { unit = unit.Code })), cancellation);
        return undo;
    }
}
