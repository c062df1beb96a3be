using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>Ends a token: the very next request with it is refused. What it fed stays.</summary>
public sealed class RevokeToken(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid tokenId, CancellationToken cancellation) =>
        TaskChanges.RunAsync(unitOfWork, actor, db => SaveAsync(db, actor, tokenId, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Guid tokenId, CancellationToken cancellation)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ManageTasks, u => u.Path);
        var token = await db.Set<ConnectorToken>().SingleOrDefaultAsync(t => t.Id == tokenId && t.RevokedUtc == null && units.Any(u => u.TenantId == t.TenantId && u.Id == t.UnitId), cancellation);
        if (token is null)
        {
            return new Refusal("token.absent", "", "没有这个令牌，或者已经停用。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        token.Revoke(now);
        await db.SaveAsync(new Change(actor.PersonId, now, "token.revoked", nameof(ConnectorToken), token.Id, "", JsonSerializer.Serialize(new { system = token.System })), cancellation);
        return token.Id;
    }
}
