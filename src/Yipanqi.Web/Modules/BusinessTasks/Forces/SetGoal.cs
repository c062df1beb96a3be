using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Sets a goal of a task force with the day by which it is to be met, within the force's term.</summary>
public sealed class SetGoal(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid ForceId, int Version, string Text, string DueDay);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeForceAsync(actor, input.ForceId, input.Version, (db, force) => SaveAsync(db, actor, input, force, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, TaskForce force, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        FusionText.Needed(refusals, nameof(input.Text), "目标", input.Text, ForceGoal.TextLength);
        var due = FusionText.Day(refusals, nameof(input.DueDay), input.DueDay, force.FromDay, force.UntilDay);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var goal = ForceGoal.Set(force, input.Text, due);
        db.Add(goal);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "force.goal-set", nameof(ForceGoal), goal.Id), cancellation);
        return force.Id;
    }
}
