using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>A person leaves a task force today.</summary>
public sealed class LeaveForce(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid ForceId, int Version, Guid PersonId);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeForceAsync(actor, input.ForceId, input.Version, (db, force) => SaveAsync(db, actor, input, force, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, TaskForce force, CancellationToken cancellation)
    {
        var member = await db.Set<ForceMember>().SingleOrDefaultAsync(m => m.ForceId == force.Id && m.PersonId == input.PersonId && m.LeftDay == null, cancellation);
        if (member is null)
        {
            return new Refusal("force.member", "", "此人现在不在队里。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        member.Leave(ChinaTime.DayOf(now));
        await db.SaveAsync(new Change(actor.PersonId, now, "force.left", nameof(TaskForce), force.Id, "", JsonSerializer.Serialize(new { person = input.PersonId })), cancellation);
        return force.Id;
    }
}
