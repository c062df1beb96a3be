using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>汇报: its secretary, a deputy or whoever approved it tells how its work stands.</summary>
public sealed class ReportTemporary(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, string Day, string Text);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindReportingAsync(actor, input.UnitId, cancellation) is not { } organisation)
        {
            return TemporaryText.Absent;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var refusals = new List<Refusal>();
        var day = TemporaryText.Day(refusals, nameof(input.Day), input.Day, organisation.FromDay, ChinaTime.DayOf(now));
        TemporaryText.Needed(refusals, nameof(input.Text), "汇报内容", input.Text, TemporaryReport.TextLength);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var report = TemporaryReport.Tell(organisation, day, input.Text, actor.PersonId, now);
        db.Add(report);
        await db.SaveAsync(new Change(actor.PersonId, now, "temporary.reported", nameof(TemporaryReport), report.Id), cancellation);
        return organisation.UnitId;
    }
}
