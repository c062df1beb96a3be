using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Structure;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Registers that an earlier or later election was approved, by whom and by which document.</summary>
public sealed class RescheduleTerm(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TermId, string DueDay, string Approver, string Document);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindTermAsync(actor, input.TermId, cancellation) is not var (term, unit))
        {
            return TermAccess.Absent;
        }

        var refusals = new List<Refusal>();
        var rule = StructureRules.Current.Rules.ChangeMonths;
        var (first, last) = (term.RegularDueDay.AddMonths(-rule.Value), term.RegularDueDay.AddMonths(rule.Value));
        var read = DayText.TryRead(input.DueDay, out var day);
        Add("DueDay", !read || day is null ? "换届日期没有填，或不是日期。请写成 2027-07-01 的样子。" : null);
        Add("DueDay", day < first || day > last ? $"本届任期到 {term.RegularDueDay:yyyy-MM-dd}，提前或延期最多 1 年，即 {first:yyyy-MM-dd} 到 {last:yyyy-MM-dd}（{rule.Document}）。" : null);
        Add("DueDay", day <= term.ElectedDay ? "换届日期要晚于本届选举日期。" : null);
        Add("Approver", input.Approver.Length == 0 ? "批准的党组织没有填。" : UnitText.TooLong("批准的党组织", input.Approver, 100));
        Add("Document", input.Document.Length == 0 ? "批复文号没有填。" : UnitText.TooLong("批复文号", input.Document, 200));
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        term.Reschedule(day!.Value, input.Approver, input.Document);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "term.rescheduled", nameof(Unit), unit.Id, $"{input.Approver} {input.Document}"), cancellation);
        return term.Id;

        void Add(string field, string? message)
        {
            if (message is not null)
            {
                refusals.Add(new Refusal("term.text", field, message));
            }
        }
    }
}
