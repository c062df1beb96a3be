using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access;

/// <summary>The security administrator says after how many days everyone has to change their secret.</summary>
public sealed class SetSecretAge(UnitOfWork unitOfWork, TimeProvider clock)
{
    public const int MostDays = 3650;

    public Task<Outcome<int>> RunAsync(Actor actor, int? days, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<int>(actor.TenantId, db => SaveAsync(db, actor, days, cancellation), cancellation);

    private async Task<Outcome<int>> SaveAsync(YipanqiDb db, Actor actor, int? days, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ApproveAccounts))
        {
            return AccountAccess.Forbidden;
        }

        if (days is not { } wanted || wanted is < 0 or > MostDays)
        {
            return new Refusal("secret.age", "Days", $"请填 0 到 {MostDays} 的整数；0 为不要求定期更换。");
        }

        var domain = await db.Set<Domain>().SingleAsync(d => d.Id == actor.TenantId, cancellation);
        if (domain.SecretMaxAgeDays == wanted)
        {
            return wanted;
        }

        var detail = JsonSerializer.Serialize(new { from = domain.SecretMaxAgeDays, to = wanted });
        domain.SecretMaxAgeDays = wanted;
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "domain.secret-age-set", nameof(Domain), domain.Id, "", detail), cancellation);
        return wanted;
    }
}
