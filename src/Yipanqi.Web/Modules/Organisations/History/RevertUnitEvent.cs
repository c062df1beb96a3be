using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>更正: takes back a change of units that was entered by mistake, as long as nothing came after it; with a reason.</summary>
public sealed class RevertUnitEvent(UnitOfWork unitOfWork, IEnumerable<IUnitMatters> matters, TimeProvider clock)
{
    public sealed record Input(Guid EventId, string Reason);

    /// <summary>Answers the unit whose change was taken back.</summary>
    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        UnitChangeAccess.RunAsync(unitOfWork, actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (input.Reason.Length is 0 or > UnitChangeBasis.NoteLength)
        {
            return UnitChangeAccess.Fault($"请写明为什么撤回，{UnitChangeBasis.NoteLength} 字以内。", nameof(Input.Reason));
        }

        var change = await UnitReversal.RunAsync(db, actor, matters, input.EventId, input.Reason, clock.GetUtcNow().UtcDateTime, cancellation);
        if (!change.IsDone)
        {
            return Outcome<Guid>.Refused(change.Refusals);
        }

        await db.SaveAsync(change.Value, cancellation);
        return change.Value.SubjectId!.Value;
    }
}
