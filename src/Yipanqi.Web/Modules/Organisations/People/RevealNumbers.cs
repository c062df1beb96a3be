using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Shows a person's numbers in full, to those who may, for a reason that is kept: the look itself is what is saved.</summary>
public sealed class RevealNumbers(UnitOfWork unitOfWork, PersonalSeal seal, TimeProvider clock)
{
    private const int ReasonLength = 200;
    private const int ShortestReason = 4;

    public sealed record Input(Guid PersonId, string Reason);

    public sealed record Numbers(string Phone, string Identity);

    public Task<Outcome<Numbers>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => unitOfWork.WriteAsync<Numbers>(
        actor.TenantId,
        async db =>
        {
            if (await db.Details(actor, Permission.ViewPersonalData).AsNoTracking().SingleOrDefaultAsync(d => d.PersonId == input.PersonId, cancellation) is not { } detail)
            {
                return PersonAccess.Absent;
            }

            if (input.Reason.Length is < ShortestReason or > ReasonLength)
            {
                return new Refusal("person.reason", "Reason", $"请写明查看的事由，{ShortestReason} 到 {ReasonLength} 字。");
            }

            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "person.revealed", nameof(Person), detail.PersonId, input.Reason), cancellation);
            return new Numbers(seal.Open(actor.TenantId, detail.PhoneSealed), seal.Open(actor.TenantId, detail.IdentitySealed));
        },
        cancellation);
}
