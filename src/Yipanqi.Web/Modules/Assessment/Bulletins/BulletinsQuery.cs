using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The bulletins of the committee: issued ones for all who see assessments, drafts for those who make the assessment of all organisations.</summary>
public sealed class BulletinsQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    private const int BytesPerBulletin = 256 * 1024;

    /// <param name="Quarters">Published quarters that a bulletin can be drafted of, newest first; none for those who may not.</param>
    public sealed record View(ListPage<BulletinLine> Page, IReadOnlyList<Quarter> Quarters);

    public Task<View> FindAsync(Actor actor, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var seen = await SeenAsync(db, actor, cancellation);
            var found = await seen.Bulletins.PageAsync(page, b => b.OrderByDescending(x => x.QuarterKey).ThenByDescending(x => x.Id), b => Rows(db, b), cancellation);
            var published = seen.Writes
                ? await db.Set<AssessmentSnapshot>().Where(s => s.Status == SnapshotStatus.Published).OrderByDescending(s => s.QuarterKey).Select(s => s.QuarterKey).ToListAsync(cancellation)
                : [];
            return new View(new([.. found.Rows.Select(r => r.ToLine())], found.Page, found.Counted, found.IsMore), published.ConvertAll(Quarter.FromKey));
        },
        cancellation);

    /// <summary>Null where it is not there or, as a draft, not for this actor.</summary>
    public Task<BulletinView?> OneAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var one = (await SeenAsync(db, actor, cancellation)).Bulletins.Where(b => b.Id == id);
            if (await one.SingleOrDefaultAsync(cancellation) is not { } bulletin)
            {
                return null;
            }

            var isDraft = bulletin.State == BulletinState.Draft;
            var line = (await Rows(db, one).SingleAsync(cancellation)).ToLine();
            var organ = await db.Set<Domain>().Where(d => d.Id == actor.TenantId).Select(d => d.Name).SingleAsync(cancellation);
            var content = isDraft ? await ContentAsync(db, actor, bulletin.SnapshotId, cancellation) : BulletinContent.Read(bulletin.Content!);
            return new BulletinView(
                line, bulletin.Remarks, content, bulletin.ContentHash, organ, bulletin.Version, bulletin.IsBy(actor.PersonId), isDraft && actor.Can(Permission.RunAssessment),
                isDraft && await db.CoversAsync(actor, Permission.PublishAssessment, bulletin.SnapshotId, cancellation));
        },
        cancellation);

    private async Task<BulletinContent?> ContentAsync(YipanqiDb db, Actor actor, Guid snapshotId, CancellationToken cancellation)
    {
        var heads = await snapshots.HeadsAsync(db, actor, cancellation);
        return heads.FirstOrDefault(h => h.Id == snapshotId) is not { } head ? null : await snapshots.KeepAsync(
            actor, Permission.RunAssessment, snapshotId, "bulletin", () => new BulletinSource(snapshots).ReadAsync(db, head, SnapshotStore.Before(heads, head), cancellation),
            _ => BytesPerBulletin);
    }

    // Who makes the assessment of all organisations of the newest published quarter sees drafts.
    private static async Task<(IQueryable<Bulletin> Bulletins, bool Writes)> SeenAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var newest = actor.Can(Permission.RunAssessment)
            ? await db.Set<AssessmentSnapshot>().Where(s => s.Status == SnapshotStatus.Published).OrderByDescending(s => s.QuarterKey).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellation)
            : null;
        var writes = newest is { } id && await db.CoversAsync(actor, Permission.RunAssessment, id, cancellation);
        var mayRead = actor.Can(Permission.ViewAssessment);
        return (db.Set<Bulletin>().AsNoTracking().Where(b => mayRead && (b.State == BulletinState.Issued || writes)), writes);
    }

    private static IQueryable<Row> Rows(YipanqiDb db, IQueryable<Bulletin> bulletins) =>
        from b in bulletins
        join s in db.Set<AssessmentSnapshot>() on new { b.TenantId, Id = b.SnapshotId } equals new { s.TenantId, s.Id }
        select new Row(
            b.Id, b.QuarterKey, b.State, b.Sign, b.Year, b.Serial, s.Number, s.Status, db.Set<Person>().Where(p => p.Id == b.EditedBy).Select(p => p.Name).FirstOrDefault() ?? "", b.EditedUtc,
            db.Set<Person>().Where(p => p.Id == b.IssuedBy).Select(p => p.Name).FirstOrDefault() ?? "", b.IssuedUtc);

    private sealed record Row(
        Guid Id, int QuarterKey, BulletinState State, string Sign, int? Year, int? Serial, int SnapshotNumber, SnapshotStatus Status, string EditedBy, DateTime EditedUtc, string IssuedBy, DateTime? IssuedUtc)
    {
        public BulletinLine ToLine() =>
            new(Id, Quarter.FromKey(QuarterKey), State, Sign, Year, Serial, SnapshotNumber, Status == SnapshotStatus.Superseded, EditedBy, EditedUtc, IssuedBy, IssuedUtc);
    }
}
