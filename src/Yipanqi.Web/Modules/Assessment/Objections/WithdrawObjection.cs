using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The organisation takes back an objection that was not answered yet.</summary>
public sealed class WithdrawObjection(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        actor.TenantId,
        async db =>
        {
            var units = db.Set<Unit>().Within(actor, Permission.FileObjections, u => u.Path);
            var objection = await db.Set<Objection>().SingleOrDefaultAsync(o => o.Id == id && units.Any(u => u.Id == o.UnitId), cancellation);
            if (objection is not { State: ObjectionState.Filed })
            {
                return objection is null ? AnswerObjection.Absent : AnswerObjection.Done;
            }

            var now = clock.GetUtcNow().UtcDateTime;
            objection.Withdraw();
            await db.SaveAsync(new Change(actor.PersonId, now, "objection.withdrawn", nameof(Objection), id), cancellation);
            return true;
        },
        cancellation);
}
