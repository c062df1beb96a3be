using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// What queries read of snapshots, and what they may keep: a published snapshot never changes, so what was made of it is kept in
/// memory by tenant, scope and snapshot, up to <see cref="MostMegabytes"/>. A preview is kept too: its id dies with it.
/// </summary>
public sealed class SnapshotStore : IDisposable
{
    /// <summary>Most memory for kept answers and columns, in MiB.</summary>
    public const int MostMegabytes = 256;

    /// <summary>Last so many published quarters stand in a trend.</summary>
    public const int TrendQuarters = 8;

    // Names of peer groups may change meanwhile; a page shows the new one after this long.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostMegabytes * 1024L * 1024L });

    /// <summary>Answers from memory, or makes and keeps the answer. <paramref name="bytes"/> says how much of the memory it takes.</summary>
    public async Task<T> KeepAsync<T>(Actor actor, Permission permission, Guid snapshotId, string what, Func<Task<T>> make, Func<T, long> bytes)
    {
        var key = (actor.ScopeKey(permission), snapshotId, what);
        if (cache.TryGetValue(key, out T? known))
        {
            return known!;
        }

        var made = await make();
        return cache.Set(key, made, new MemoryCacheEntryOptions { Size = bytes(made), AbsoluteExpirationRelativeToNow = Longest });
    }

    /// <summary>
    /// The columns of a snapshot in full, for calculations over all organisations: hundreds of megabytes for a province, and not kept then.
    /// They hold every organisation: a caller takes positions from rows it may see.
    /// </summary>
    internal async Task<StoredRun> ColumnsAsync(YipanqiDb db, Guid snapshotId, CancellationToken cancellation)
    {
        var snapshot = await db.Set<AssessmentSnapshot>().Where(s => s.Id == snapshotId).Select(s => new { s.SchemeId, s.Version }).SingleAsync(cancellation);
        var key = (db.TenantId, snapshotId, snapshot.Version);
        if (cache.TryGetValue(key, out StoredRun? known))
        {
            return known!;
        }

        var run = await LoadAsync(db, snapshotId, await DefinitionAsync(db, snapshot.SchemeId, cancellation), cancellation);
        return cache.Set(key, run, new MemoryCacheEntryOptions { Size = run.Size, SlidingExpiration = Longest });
    }

    /// <summary>The chunks that hold the given positions, and the adjustments. They hold their neighbours too: a caller takes positions from rows it may see.</summary>
    internal async Task<StoredRun> ChunksAsync(YipanqiDb db, SnapshotHead head, IEnumerable<int> positions, CancellationToken cancellation)
    {
        var parts = positions.Select(p => p / SnapshotChunk.Positions).Distinct().Order().ToList();
        var key = (db.TenantId, head.Id, head.Version, string.Join(' ', parts));
        if (cache.TryGetValue(key, out StoredRun? known))
        {
            return known!;
        }

        var run = await LoadAsync(
            db.Set<SnapshotChunk>().Where(c => c.SnapshotId == head.Id && (parts.Contains(c.Part) || (c.Part == 0 && c.Kind == ColumnKind.Adjustment))), await DefinitionAsync(db, head.SchemeId, cancellation), cancellation);
        return cache.Set(key, run, new MemoryCacheEntryOptions { Size = run.Size, SlidingExpiration = Longest });
    }

    /// <summary>Why items are absent, of the chunks that hold the given positions and nothing else.</summary>
    internal async Task<StoredRun> AbsencesAsync(YipanqiDb db, SnapshotHead head, IEnumerable<int> positions, CancellationToken cancellation)
    {
        var parts = positions.Select(p => p / SnapshotChunk.Positions).Distinct().Order().ToList();
        var chunks = db.Set<SnapshotChunk>().Where(c => c.SnapshotId == head.Id && parts.Contains(c.Part) && c.Kind == ColumnKind.Absence);
        return await LoadAsync(chunks, await DefinitionAsync(db, head.SchemeId, cancellation), cancellation);
    }

    internal static Task<StoredRun> LoadAsync(YipanqiDb db, Guid snapshotId, SchemeDefinition definition, CancellationToken cancellation) =>
        LoadAsync(db.Set<SnapshotChunk>().Where(c => c.SnapshotId == snapshotId), definition, cancellation);

    internal static async Task<StoredRun> LoadAsync(IQueryable<SnapshotChunk> chunks, SchemeDefinition definition, CancellationToken cancellation)
    {
        var columns = new Dictionary<(ColumnKind Kind, string Code), SortedList<int, byte[]>>();
        await foreach (var chunk in chunks.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!columns.TryGetValue((chunk.Kind, chunk.Code), out var column))
            {
                columns[(chunk.Kind, chunk.Code)] = column = [];
            }

            column.Add(chunk.Part, chunk.Open());
        }

        return new StoredRun(definition, columns);
    }

    /// <summary>
    /// The snapshots the actor may open, newest quarter first: published ones, previews for those who may run the assessment, and while
    /// objections are taken for those who may object.
    /// </summary>
    internal async Task<IReadOnlyList<SnapshotHead>> HeadsAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var (mayPreview, mayObject) = (actor.Can(Permission.RunAssessment), actor.Can(Permission.FileObjections));
        var rows = await (
            from s in db.Set<AssessmentSnapshot>()
            where s.Status == SnapshotStatus.Published || (s.Status == SnapshotStatus.Preview
                && (mayPreview || (mayObject && db.Set<QuarterCycle>().Any(c => c.QuarterKey == s.QuarterKey && c.State == QuarterState.Objecting))))
            join x in db.Set<Scheme>() on new { s.TenantId, Id = s.SchemeId } equals new { x.TenantId, x.Id }
            orderby s.QuarterKey descending, s.Number descending
            select new { Snapshot = s, x.Name, x.Number, x.Code }).ToListAsync(cancellation);
        var definitions = new Dictionary<Guid, SchemeDefinition>();
        foreach (var schemeId in rows.Select(r => r.Snapshot.SchemeId).Distinct())
        {
            definitions[schemeId] = await DefinitionAsync(db, schemeId, cancellation);
        }

        return [.. rows.Select(r => HeadOf(r.Snapshot, r.Name, r.Number, r.Code, definitions[r.Snapshot.SchemeId]))];
    }

    /// <summary>A published scheme never changes, so its definition is read once.</summary>
    internal async Task<SchemeDefinition> DefinitionAsync(YipanqiDb db, Guid schemeId, CancellationToken cancellation)
    {
        var key = (db.TenantId, schemeId, nameof(SchemeDefinition));
        if (cache.TryGetValue(key, out SchemeDefinition? known))
        {
            return known!;
        }

        var scheme = await db.Set<Scheme>().AsNoTracking().SingleAsync(s => s.Id == schemeId, cancellation);
        return cache.Set(key, scheme.Read(), new MemoryCacheEntryOptions { Size = 4 * scheme.Definition.Length, SlidingExpiration = Longest });
    }

    /// <summary>Where the actor sees the lines of a snapshot: previews only where they may run the assessment or object to it.</summary>
    internal static Permission PermissionFor(Actor actor, SnapshotHead head) =>
        head.Status != SnapshotStatus.Preview ? Permission.ViewAssessment
        : actor.Can(Permission.RunAssessment) ? Permission.RunAssessment
        : Permission.FileObjections;

    /// <summary>The snapshot that a page asks for: the preview or the published one of a quarter, by default the newest published.</summary>
    internal static SnapshotHead? Pick(IReadOnlyList<SnapshotHead> heads, Quarter? quarter, bool preview)
    {
        var wanted = preview ? SnapshotStatus.Preview : SnapshotStatus.Published;
        return heads.FirstOrDefault(h => h.Status == wanted && (quarter is null || h.Quarter == quarter));
    }

    internal static IReadOnlyList<QuarterChoice> Choices(IEnumerable<SnapshotHead> heads) =>
        [.. heads.Select(h => new QuarterChoice(h.Quarter, h.Id, h.Status))];

    /// <summary>The published snapshot of the quarter before, by the same scheme: what changes are measured against.</summary>
    internal static SnapshotHead? Before(IReadOnlyList<SnapshotHead> heads, SnapshotHead head) =>
        heads.FirstOrDefault(h => h.Status == SnapshotStatus.Published && h.Quarter == head.Quarter.Previous && h.SchemeCode == head.SchemeCode);

    /// <summary>The last published quarters of the scheme up to this snapshot, oldest first, itself last.</summary>
    internal static IReadOnlyList<SnapshotHead> Trend(IReadOnlyList<SnapshotHead> heads, SnapshotHead head) =>
        [.. heads.Where(h => h.Status == SnapshotStatus.Published && h.Quarter.CompareTo(head.Quarter) < 0 && h.SchemeCode == head.SchemeCode)
            .Take(TrendQuarters - 1).Prepend(head).Reverse()];

    public void Dispose() => cache.Dispose();

    private static SnapshotHead HeadOf(AssessmentSnapshot s, string schemeName, int schemeNumber, string schemeCode, SchemeDefinition definition) => new(
        s.Id, s.Quarter, s.Number, s.Status, s.SchemeId, schemeCode, schemeName, schemeNumber, definition.Levels,
        definition.Nodes.Any(n => n.Track != Engine.CompositeIndex.Track.None), s.CreatedUtc, s.PublishedUtc, unchecked((ulong)s.Seed),
        s.InputHash, s.ResultHash, s.ReplacesId, s.Reason, s.Version, RunParameters.Read(s.Parameters).Redraws > 0, definition.Limits);
}
