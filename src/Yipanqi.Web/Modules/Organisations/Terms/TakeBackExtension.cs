using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>撤销批准: that an earlier or later election was approved was entered wrongly; the running term is due when its years are over.</summary>
public sealed class TakeBackExtension(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TermId, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => unitOfWork.WriteAsync<Guid>(
        actor.TenantId,
        async db =>
        {
            if (await db.FindTermAsync(actor, input.TermId, cancellation) is not var (term, unit))
            {
                return TermAccess.Absent;
            }

            if (term.Approver.Length == 0)
            {
                return new Refusal("term.extension", "", "本届没有登记延期或提前的批准，没有可以撤销的。");
            }

            if (TermAccess.ReasonFault(input.Reason) is { } fault)
            {
                return fault;
            }

            var told = JsonSerializer.Serialize(new { old = term.DueDay, @new = term.RegularDueDay, approver = term.Approver, document = term.ApprovalDocument });
            term.Reschedule(term.RegularDueDay, "", "");
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "term.extension-taken-back", nameof(Unit), unit.Id, input.Reason, told), cancellation);
            return term.Id;
        },
        cancellation);
}
