using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>撤回：a version under review, or reviewed and not yet published, becomes a draft again.</summary>
public sealed class WithdrawScheme(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid schemeId, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => WithdrawAsync(db, actor, schemeId, cancellation), cancellation);

    private async Task<Outcome<Guid>> WithdrawAsync(YipanqiDb db, Actor actor, Guid schemeId, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageSchemes))
        {
            return DraftAccess.Denied;
        }

        var scheme = await db.Set<Scheme>().SingleOrDefaultAsync(
            s => s.Id == schemeId && (s.Status == SchemeStatus.Submitted || s.Status == SchemeStatus.Reviewed), cancellation);
        if (scheme is null)
        {
            return new Refusal("scheme.not-submitted", "", "没有这份送审稿，或它已退回、已发布。请刷新后再看。");
        }

        scheme.Withdraw();
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "scheme.withdrawn", nameof(Scheme), scheme.Id), cancellation);
        return scheme.Id;
    }
}
