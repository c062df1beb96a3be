using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>撤回: a report that was wrong is withdrawn by who told it, with a reason; it stays to be read.</summary>
public sealed class WithdrawReport(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, Guid ReportId, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var organisation = await db.FindReportingAsync(actor, input.UnitId, cancellation);
        var report = organisation is null ? null
            : await db.Set<TemporaryReport>().SingleOrDefaultAsync(r => r.Id == input.ReportId && r.UnitId == organisation.UnitId && r.ReportedBy == actor.PersonId, cancellation);
        if (report is null)
        {
            return TemporaryText.Absent;
        }

        if (report.WithdrawnUtc is not null)
        {
            return new Refusal("temporary.withdrawn", "", "这次汇报已经撤回。");
        }

        var refusals = new List<Refusal>();
        TemporaryText.Needed(refusals, nameof(input.Reason), "撤回的原因", input.Reason, TemporaryReport.ReasonLength);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        report.Withdraw(input.Reason, now);
        await db.SaveAsync(new Change(actor.PersonId, now, "temporary.withdrawn", nameof(TemporaryReport), report.Id, input.Reason), cancellation);
        return input.UnitId;
    }
}
