using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The talks of a published quarter beside the results they are about, within the actor's scope.</summary>
public sealed class TalksQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    /// <param name="Show">Which organisations are listed.</param>
    public sealed record Filter(Show Show, string? Name);

    public enum Show
    {
        /// <summary>Those with a talk, the newest first.</summary>
        Written,

        /// <summary>Those whose talk waits for a comment.</summary>
        Waiting,

        /// <summary>Those without one.</summary>
        Missing,
    }

    public sealed record View(IReadOnlyList<QuarterChoice> Quarters, SnapshotHead Head, ListPage<TalkLine> Page);

    /// <param name="MayWrite">Enters for the organisation, before a comment.</param>
    /// <param name="MayComment">Stands above it and did not write it.</param>
    public sealed record One(TalkLine Line, SnapshotHead Head, bool MayWrite, bool MayComment);

    /// <summary>Null where no quarter is published.</summary>
    public Task<View?> FindAsync(Actor actor, Quarter? quarter, Filter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var heads = (await snapshots.HeadsAsync(db, actor, cancellation)).Where(h => h.Status == SnapshotStatus.Published).ToList();
            if (SnapshotStore.Pick(heads, quarter, preview: false) is not { } head)
            {
                return null;
            }

            var matching = Matching(Rows(db, actor, head), filter);
            var found = await matching.PageAsync(
                page, r => filter.Show == Show.Missing ? r.OrderBy(x => x.Line.Path) : r.OrderByDescending(x => x.Talk!.WrittenUtc).ThenBy(x => x.Line.Path), Chosen, cancellation);
            var names = await NamesAsync(db, found.Rows, cancellation);
            return new View(SnapshotStore.Choices(heads), head, new([.. found.Rows.Select(r => LineOf(head, r, names))], found.Page, found.Counted, found.IsMore));
        },
        cancellation);

    /// <summary>Null where the organisation has no result of the quarter that the actor may see.</summary>
    public Task<One?> OneAsync(Actor actor, Guid unitId, Quarter? quarter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var heads = await snapshots.HeadsAsync(db, actor, cancellation);
            if (SnapshotStore.Pick(heads, quarter, preview: false) is not { } head
                || await Chosen(Rows(db, actor, head).Where(r => r.Line.UnitId == unitId)).SingleOrDefaultAsync(cancellation) is not { } row)
            {
                return null;
            }

            var names = await NamesAsync(db, [row], cancellation);
            return new One(
                LineOf(head, row, names), head, actor.Covers(Permission.EnterObservations, row.Path) && row.CommentedUtc is null,
                row.WrittenUtc is not null && row.WrittenBy != actor.PersonId && actor.StandsAbove(Permission.ReviewObservations, row.Path));
        },
        cancellation);

    private static IQueryable<Two> Rows(YipanqiDb db, Actor actor, SnapshotHead head)
    {
        var key = head.Quarter.Key;
        return
            from line in db.Set<OrganisationScore>().AsNoTracking().Within(actor, Permission.ViewAssessment, s => s.ScopePath)
            where line.SnapshotId == head.Id
            join talk in db.Set<StageTalk>().AsNoTracking().Where(t => t.QuarterKey == key) on new { line.TenantId, line.UnitId } equals new { talk.TenantId, talk.UnitId } into found
            from talk in found.DefaultIfEmpty()
            select new Two { Line = line, Talk = talk };
    }

    private static IQueryable<Two> Matching(IQueryable<Two> rows, Filter filter)
    {
        rows = filter.Show switch
        {
            Show.Missing => rows.Where(r => r.Talk == null && r.Line.Tier == 0),
            Show.Waiting => rows.Where(r => r.Talk != null && r.Talk.CommentedUtc == null),
            _ => rows.Where(r => r.Talk != null),
        };
        return filter.Name is { Length: > 0 } name ? rows.Where(r => r.Line.ShortName.Contains(name)) : rows;
    }

    private static IQueryable<Row> Chosen(IQueryable<Two> rows) => rows.Select(r => new Row(
        r.Line.UnitId, r.Line.ShortName, r.Line.ScopePath, r.Line.Level, r.Line.IndexScore, r.Line.Rank, r.Line.RankLow, r.Line.RankHigh, r.Line.Verdict,
        r.Talk!.Highlights, r.Talk!.Problems, r.Talk!.ExampleTitle, r.Talk!.Example, r.Talk == null ? null : r.Talk.WrittenBy, r.Talk == null ? null : r.Talk.WrittenUtc,
        r.Talk!.Comment, r.Talk!.CommentedBy, r.Talk!.CommentedUtc, r.Talk != null && r.Talk.IsSpread));

    private static Task<PersonNames> NamesAsync(YipanqiDb db, IReadOnlyList<Row> rows, CancellationToken cancellation) =>
        PersonNames.LoadAsync(db, rows.SelectMany(r => new[] { r.WrittenBy, r.CommentedBy }), cancellation);

    private static TalkLine LineOf(SnapshotHead head, Row r, PersonNames names) => new(
        head.Quarter, r.UnitId, r.ShortName, r.Level, r.Index, Place(r.Rank), Place(r.RankLow), Place(r.RankHigh), r.Verdict, r.Highlights ?? "", r.Problems ?? "", r.ExampleTitle ?? "",
        r.Example ?? "", names.Of(r.WrittenBy), r.WrittenUtc, r.Comment ?? "", names.Of(r.CommentedBy), r.CommentedUtc, r.IsSpread);

    private static int? Place(int rank) => rank == 0 ? null : rank;

    private sealed class Two
    {
        public required OrganisationScore Line { get; init; }

        public StageTalk? Talk { get; init; }
    }

    private sealed record Row(
        Guid UnitId, string ShortName, string Path, WarningLevel? Level, double? Index, int Rank, int RankLow, int RankHigh, RankStanding Verdict,
        string? Highlights, string? Problems, string? ExampleTitle, string? Example, Guid? WrittenBy, DateTime? WrittenUtc, string? Comment, Guid? CommentedBy, DateTime? CommentedUtc, bool IsSpread);
}
