using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Imports;

/// <summary>A person's own imports, newest first.</summary>
public sealed class ImportsQuery(UnitOfWork unitOfWork, ImportTargets targets)
{
    public Task<int> CountAsync(Actor actor, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Mine(db, actor).CountAsync(cancellation), cancellation);

    public Task<List<DraftSummary>> PageAsync(Actor actor, int skip, int take, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(
            actor.TenantId,
            db => SummariesAsync(Mine(db, actor).OrderByDescending(d => d.CreatedUtc).ThenBy(d => d.Id).Skip(skip).Take(take), cancellation),
            cancellation);

    public Task<DraftSummary?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(
            actor.TenantId,
            async db => (await SummariesAsync(Mine(db, actor).Where(d => d.Id == id), cancellation)).SingleOrDefault(),
            cancellation);

    private static IQueryable<ImportDraft> Mine(YipanqiDb db, Actor actor) => db.Set<ImportDraft>().Where(d => d.PersonId == actor.PersonId);

    private async Task<List<DraftSummary>> SummariesAsync(IQueryable<ImportDraft> drafts, CancellationToken cancellation)
    {
        var found = await drafts.Select(d => new DraftSummary(
            d.Id, d.Target, "", d.FileName, d.CreatedUtc, d.CommittedUtc, d.Added, d.Updated, d.Unchanged, d.Link)).ToListAsync(cancellation);
        return found.ConvertAll(d => d with { TargetTitle = targets.TitleOf(d.Target) });
    }
}
