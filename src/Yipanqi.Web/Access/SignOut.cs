using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access;

/// <summary>Keeps in the journal that a person signed out.</summary>
public sealed class SignOut(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(Actor actor, Guid accountId, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        actor.TenantId,
        async db =>
        {
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "account.signed-out", nameof(Account), accountId), cancellation);
            return true;
        },
        cancellation);
}
