using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>A member leaves a temporary organisation; the own branch is not touched.</summary>
public sealed class LeaveTemporary(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, Guid PersonId, string Day);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        var organisation = await db.FindTemporaryAsync(actor, input.UnitId, cancellation);
        var member = organisation is null ? null : await db.Set<TemporaryMember>().SingleOrDefaultAsync(m => m.UnitId == input.UnitId && m.PersonId == input.PersonId && m.ToDay == null, cancellation);
        if (member is null)
        {
            return TemporaryText.Absent;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var refusals = new List<Refusal>();
        var day = TemporaryText.Day(refusals, nameof(input.Day), input.Day, member.FromDay, ChinaTime.DayOf(now));
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        member.Leave(day);
        await db.SaveAsync(new Change(actor.PersonId, now, "temporary.left", nameof(Unit), input.UnitId, "", JsonSerializer.Serialize(new { person = input.PersonId })), cancellation);
        return input.UnitId;
    }
}
