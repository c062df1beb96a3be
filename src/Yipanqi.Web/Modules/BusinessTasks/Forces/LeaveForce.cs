using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.Temporary;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>A person leaves a task force today, and its temporary organisation with it.</summary>
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
        var detail = JsonSerializer.Serialize(new { person = input.PersonId });
        var changes = new List<Change> { new(actor.PersonId, now, "force.left", nameof(TaskForce), force.Id, "", detail) };
        var inside = force.TemporaryUnitId is not { } unit ? null
            : await db.Set<TemporaryMember>().SingleOrDefaultAsync(m => m.UnitId == unit && m.PersonId == input.PersonId && m.ToDay == null, cancellation);
        if (inside is not null)
        {
            inside.Leave(ChinaTime.DayOf(now));
            changes.Add(new(actor.PersonId, now, "temporary.left", nameof(Unit), inside.UnitId, "", detail));
        }

        await db.SaveAsync(changes, cancellation);
        return force.Id;
    }
}
