using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Ends a task force with its result; its goals and members stay on record.</summary>
public sealed class EndForce(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid ForceId, int Version, string Day, string Result);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeForceAsync(actor, input.ForceId, input.Version, (db, force) => SaveAsync(db, actor, input, force, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, TaskForce force, CancellationToken cancellation)
    {
        var (now, refusals) = (clock.GetUtcNow().UtcDateTime, new List<Refusal>());
        var day = FusionText.Day(refusals, nameof(input.Day), input.Day, force.FromDay, ChinaTime.DayOf(now));
        FusionText.Needed(refusals, nameof(input.Result), "成果", input.Result, TaskForce.ResultLength);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        force.End(day, input.Result);
        await db.SaveAsync(new Change(actor.PersonId, now, "force.ended", nameof(TaskForce), force.Id), cancellation);
        return force.Id;
    }
}
