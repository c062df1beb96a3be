using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Journal;

/// <summary>The journal, newest first. A page begins after the last entry of the one before, so that the hundredth page costs what the first does.</summary>
public sealed class JournalQuery(UnitOfWork unitOfWork)
{
    public const int EntriesAPage = 50;
    public const int MostExported = 10_000;

    /// <param name="Older">The entry the next page begins after; null on the last page.</param>
    public sealed record Page(IReadOnlyList<JournalLine> Lines, Guid? Older);

    /// <param name="after">The last entry of the page before; null for the newest.</param>
    public Task<Page> PageAsync(Actor actor, JournalFilter filter, Guid? after, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var matching = await filter.ApplyAsync(db, actor, cancellation);
            if (after is { } id && await matching.Where(e => e.Id == id).Select(e => (DateTime?)e.AtUtc).SingleOrDefaultAsync(cancellation) is { } at)
            {
                matching = matching.Where(e => e.AtUtc < at || (e.AtUtc == at && e.Id.CompareTo(id) < 0));
            }

            var lines = await LinesAsync(db, Newest(matching).Take(EntriesAPage + 1), cancellation);
            var shown = lines.Take(EntriesAPage).ToList();
            return new Page(shown, lines.Count > EntriesAPage ? shown[^1].Id : null);
        },
        cancellation);

    /// <summary>The newest that match, at most <see cref="MostExported"/>.</summary>
    public Task<List<JournalLine>> ExportAsync(Actor actor, JournalFilter filter, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(
        actor.TenantId, async db => await LinesAsync(db, Newest(await filter.ApplyAsync(db, actor, cancellation)).Take(MostExported), cancellation), cancellation);

    private static IOrderedQueryable<JournalEntry> Newest(IQueryable<JournalEntry> entries) => entries.OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id);

    private static Task<List<JournalLine>> LinesAsync(YipanqiDb db, IQueryable<JournalEntry> entries, CancellationToken cancellation) => (
        from e in entries
        let who = db.Set<Person>().Where(p => p.TenantId == e.TenantId && p.Id == e.ActorId).Select(p => p.Name).FirstOrDefault()
        let unit = db.Set<Unit>().Where(u => u.TenantId == e.TenantId && u.Id == e.SubjectId).Select(u => u.Name).FirstOrDefault()
        let account = db.Users.Where(a => a.DomainId == e.TenantId && a.Id == e.SubjectId).Select(a => a.UserName).FirstOrDefault()
        let proposal = db.Set<Proposal>().Where(p => p.TenantId == e.TenantId && p.Id == e.SubjectId).Select(p => p.UserName).FirstOrDefault()
        let holder = db.Set<Post>().Where(p => p.TenantId == e.TenantId && p.Id == e.SubjectId)
            .Join(db.Set<Person>(), p => new { p.TenantId, Id = p.PersonId }, x => new { x.TenantId, x.Id }, (p, x) => x.Name).FirstOrDefault()
        select new JournalLine(e.Id, e.AtUtc, e.ActorId, who ?? "", e.Action, e.SubjectType, e.SubjectId, unit ?? account ?? proposal ?? holder ?? "", e.Reason, e.Detail)).ToListAsync(cancellation);
}
