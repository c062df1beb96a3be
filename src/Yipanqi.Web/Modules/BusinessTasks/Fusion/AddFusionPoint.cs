using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Measures;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>登记结合点: joins a measure of a Party organisation the actor manages fusion for to a task under way that the actor sees.</summary>
public sealed class AddFusionPoint(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    /// <summary>Most live fusion points of one task: beyond this nobody reads them.</summary>
    public const int MostOfTask = 50;

    /// <param name="MeasureId">The Party measure the form was filled from; it is named as the origin where the Party organisation is the measure's.</param>
    public sealed record Input(Guid TaskId, Picked? Party, FusionInput Point, Guid? MeasureId = null);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var task = await db.Tasks(actor, Permission.ViewTasks).SingleOrDefaultAsync(t => t.Id == input.TaskId, cancellation);
        if (task is null || !actor.Can(Permission.ManageFusion))
        {
            return TaskAccess.Absent;
        }

        if (task.State != TaskState.Active)
        {
            return new Refusal("fusion.task", "", "没有登记。这项重点任务已经办结或取消，不再加结合点。");
        }

        var party = await db.FindPickedAsync(actor, Permission.ManageFusion, input.Party, nameof(input.Party), cancellation, Track.Party);
        var facts = await FusionCheck.ReadAsync(db, people, actor, input.Point, null, cancellation);
        var refusals = party.Refusals.Concat(facts.Refusals).ToList();
        if (await db.Set<FusionPoint>().CountAsync(p => p.TaskId == task.Id && p.State == FusionState.Live, cancellation) >= MostOfTask)
        {
            refusals.Add(new Refusal("fusion.many", "", $"没有登记。一项任务最多 {MostOfTask} 个在推进的结合点，请先结束不再用的。"));
        }

        var measure = input.MeasureId is not { } from ? null
            : await db.Measures(actor, Permission.ManageFusion).SingleOrDefaultAsync(m => m.Id == from && m.State == MeasureState.Active, cancellation);
        if (input.MeasureId is not null && measure is null)
        {
            refusals.Add(new Refusal("fusion.measure", "", "没有登记。这项党建举措已经撤回，或者不在您管理的范围内。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        measure = measure?.UnitId == party.Value.Id ? measure : null;
        var point = FusionPoint.Join(task, party.Value, facts.Value, actor.PersonId, ChinaTime.DayOf(now), measure);
        db.Add(point);
        var detail = JsonSerializer.Serialize(new { task = task.Id, unit = party.Value.Id, kind = point.Kind, measure = measure?.Id });
        await db.SaveAsync(new Change(actor.PersonId, now, "fusion.joined", nameof(FusionPoint), point.Id, "", detail), cancellation);
        return point.Id;
    }
}
