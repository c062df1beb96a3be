using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>A goal of a task force was met on a day, with what came of it.</summary>
public sealed class MeetGoal(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid GoalId, string Day, string Result);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var goal = await db.Set<ForceGoal>().SingleOrDefaultAsync(g => g.Id == input.GoalId, cancellation);
        if (goal is null || await db.FindForceAsync(actor, goal.ForceId, cancellation) is not { } force)
        {
            return ForceAccess.Absent;
        }

        if (goal.MetDay is not null)
        {
            return FusionAccess.Raced;
        }

        var (now, refusals) = (clock.GetUtcNow().UtcDateTime, new List<Refusal>());
        var day = FusionText.Day(refusals, nameof(input.Day), input.Day, force.FromDay, ChinaTime.DayOf(now));
        FusionText.Needed(refusals, nameof(input.Result), "完成情况", input.Result, ForceGoal.ResultLength);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        goal.Meet(day, input.Result);
        await db.SaveAsync(new Change(actor.PersonId, now, "force.goal-met", nameof(ForceGoal), goal.Id), cancellation);
        return force.Id;
    }
}
