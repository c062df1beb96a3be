using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>审核：a person who wrote nothing of this version passes it or returns it with the reason.</summary>
public sealed class ReviewScheme(UnitOfWork unitOfWork, TimeProvider clock)
{
    public const int MostNote = 500;

    /// <param name="Hash">Of the definition that was looked at.</param>
    /// <param name="Note">Needed where it is returned.</param>
    public sealed record Input(Guid SchemeId, string Hash, bool Passed, string Note);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => ReviewAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> ReviewAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ReviewSchemes))
        {
            return new Refusal("review.denied", "", "您的职务不能审核考评方案。");
        }

        var scheme = await db.Set<Scheme>().SingleOrDefaultAsync(s => s.Id == input.SchemeId && s.Status == SchemeStatus.Submitted, cancellation);
        if (scheme is null || scheme.DefinitionHash != input.Hash)
        {
            return new Refusal("review.gone", "", "这份送审稿已被撤回、修改或审核过。请刷新后再看。");
        }

        var authors = await AuthorsAsync(db, scheme, cancellation);
        if (authors.Contains(actor.PersonId))
        {
            return new Refusal("review.author", "", "您参与了这一版的起草，须由另一位有审核权的同志审核。");
        }

        var note = input.Note.Trim();
        if (note.Length > MostNote || (!input.Passed && note.Length == 0))
        {
            return new Refusal("review.note", nameof(input.Note), $"退回须写明理由，意见不超过 {MostNote} 字。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        scheme.Review(input.Passed, note, actor.PersonId, authors, now);
        var detail = JsonSerializer.Serialize(new { scheme.Code, scheme.Number, scheme.DefinitionHash });
        await db.SaveAsync(new Change(actor.PersonId, now, input.Passed ? "scheme.reviewed" : "scheme.returned", nameof(Scheme), scheme.Id, note, detail), cancellation);
        return scheme.Id;
    }

    /// <summary>Everybody who wrote at a version, by whatever step, undone ones too.</summary>
    internal static async Task<HashSet<Guid>> AuthorsAsync(YipanqiDb db, Scheme scheme, CancellationToken cancellation)
    {
        var editors = await db.Set<SchemeEdit>().Where(e => e.SchemeId == scheme.Id).Select(e => e.PersonId).Distinct().ToListAsync(cancellation);
        return scheme.SubmittedBy is { } submitter ? [.. editors, scheme.CreatedBy, submitter] : [.. editors, scheme.CreatedBy];
    }
}
