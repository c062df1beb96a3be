using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>审核：a person who wrote nothing of this version passes it or returns it with the reason.</summary>
public sealed class ReviewList(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Version">The version of the row that was looked at.</param>
    /// <param name="Note">Needed where it is returned.</param>
    public sealed record Input(Guid VersionId, int Version, bool Passed, string Note);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ListAccess.RunAsync(unitOfWork, actor, db => ReviewAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> ReviewAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageLists))
        {
            return ListAccess.Denied;
        }

        var version = await db.Set<ListVersion>().SingleOrDefaultAsync(v => v.Id == input.VersionId && v.State == ListState.Submitted, cancellation);
        if (version is null || version.Version != input.Version)
        {
            return new Refusal("list.gone", "", "这份送审稿已被撤回、修改或审核过。请刷新后再看。");
        }

        if (version.IsAuthor(actor.PersonId))
        {
            return new Refusal("list.author", "", "您参与了这一版的起草，须由另一位管理责任清单的同志审核。");
        }

        var note = input.Note.Trim();
        if (note.Length > ListVersion.NoteLength || (!input.Passed && note.Length == 0))
        {
            return new Refusal("list.note", nameof(input.Note), $"退回须写明理由，意见不超过 {ListVersion.NoteLength} 字。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        version.Review(input.Passed, note, actor.PersonId, now);
        await db.SaveAsync(new Change(actor.PersonId, now, input.Passed ? "list.reviewed" : "list.returned", nameof(ListVersion), version.Id, note), cancellation);
        return version.Id;
    }
}
