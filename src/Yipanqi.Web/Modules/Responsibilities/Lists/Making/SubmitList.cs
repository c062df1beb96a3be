using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>送审：a draft goes to another person's review. Until it comes back nobody changes it.</summary>
public sealed class SubmitList(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="ChangeNote">What it changes; needed from the second version on.</param>
    public sealed record Input(Guid VersionId, string ChangeNote);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ListAccess.RunAsync(unitOfWork, actor, db => SubmitAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SubmitAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var found = await db.FindDraftAsync(actor, input.VersionId, cancellation);
        if (!found.IsDone)
        {
            return Outcome<Guid>.Refused(found.Refusals);
        }

        var (draft, note) = (found.Value, input.ChangeNote.Trim());
        if (note.Length > ListVersion.NoteLength || (draft.Number > 1 && note.Length == 0))
        {
            return new Refusal("list.note", nameof(input.ChangeNote), $"请写明这一版改了什么、为什么改，最多 {ListVersion.NoteLength} 字。");
        }

        if (await db.FaultsAsync(draft, cancellation) is { Count: > 0 } faults)
        {
            return Outcome<Guid>.Refused([.. faults.Select(f => f with { Field = "" })]);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        draft.Submit(note, actor.PersonId, now);
        await db.SaveAsync(new Change(actor.PersonId, now, "list.submitted", nameof(ListVersion), draft.Id, note), cancellation);
        return draft.Id;
    }
}
