using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>组建突击队、攻关组 for a task under way; where it works away from home, from when to when.</summary>
public sealed class FoundForce(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    internal const int MostYears = 3;

    /// <param name="AwayPlace">Empty where it stays; then its days are not read.</param>
    public sealed record Input(Guid TaskId, Picked? Party, ForceKind Kind, string Name, string FromDay, string UntilDay, Picked? Leader, string AwayPlace, string AwayFrom, string AwayUntil);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var task = await db.Tasks(actor, Permission.ViewTasks).SingleOrDefaultAsync(t => t.Id == input.TaskId && t.State == TaskState.Active, cancellation);
        if (task is null || !actor.Can(Permission.ManageFusion))
        {
            return TaskAccess.Absent;
        }

        var (now, refusals) = (clock.GetUtcNow().UtcDateTime, new List<Refusal>());
        var party = await db.FindPickedAsync(actor, Permission.ManageFusion, input.Party, nameof(input.Party), cancellation, Track.Party);
        var leader = await people.FindPickedAsync(db, actor, Permission.ViewPeople, input.Leader, nameof(input.Leader), cancellation);
        refusals.AddRange(party.Refusals.Concat(leader.Refusals));
        if (!Enum.IsDefined(input.Kind))
        {
            refusals.Add(new Refusal(FusionText.Code, nameof(input.Kind), "请选是突击队还是攻关组。"));
        }

        FusionText.Needed(refusals, nameof(input.Name), "名称", input.Name, TaskForce.NameLength);
        var from = FusionText.Day(refusals, nameof(input.FromDay), input.FromDay, task.StartDay.AddYears(-1), ChinaTime.DayOf(now));
        var until = FusionText.Day(refusals, nameof(input.UntilDay), input.UntilDay, from, from.AddYears(MostYears));
        var away = ReadAway(refusals, input.AwayPlace, input.AwayFrom, input.AwayUntil, from, until);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var force = TaskForce.Found(task, party.Value, input.Kind, input.Name, from, until);
        if (away is { } days)
        {
            force.GoAway(input.AwayPlace, days.From, days.Until);
        }

        db.AddRange(force, ForceMember.Join(force, leader.Value.Id, from, isLeader: true));
        var detail = JsonSerializer.Serialize(new { task = task.Id, unit = party.Value.Id, kind = force.Kind.ToString(), away = force.AwayDays });
        await db.SaveAsync(new Change(actor.PersonId, now, "force.founded", nameof(TaskForce), force.Id, "", detail), cancellation);
        return force.Id;
    }

    /// <summary>The days away; null where the place is empty.</summary>
    internal static (DateOnly From, DateOnly Until)? ReadAway(List<Refusal> refusals, string place, string awayFrom, string awayUntil, DateOnly from, DateOnly until)
    {
        if (place.Length == 0)
        {
            return null;
        }

        FusionText.Short(refusals, nameof(Input.AwayPlace), "外出地点", place, TaskForce.PlaceLength);
        var first = FusionText.Day(refusals, nameof(Input.AwayFrom), awayFrom, from, until);
        return (first, FusionText.Day(refusals, nameof(Input.AwayUntil), awayUntil, first, until));
    }
}
