using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Reads what the records of the modules come to and puts it among the figures of a quarter that is not published yet. Whatever says the same is left
/// alone, so that reading again changes nothing; so is a figure that a person decided on, after an objection for instance.
/// </summary>
public sealed class GatherFigures(UnitOfWork unitOfWork, SourcedItems sourced, TimeProvider clock, BulkWrite? bulk = null)
{
    // Beyond so many units the preview is made anew as a whole.
    private const int MostMarks = 2_000;
    private const int AtOnce = 500;

    // An entry has the time at which its transaction began; the reading may have begun before that transaction ended.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly BulkWrite bulk = bulk ?? BulkWrite.Through(unitOfWork);

    /// <summary>Figures added, changed and taken away.</summary>
    public sealed record Answer(int Added, int Changed, int Removed);

    /// <summary>Quarters and sources with something new to read: records changed, or a day went by.</summary>
    public Task<IReadOnlyList<(Quarter Quarter, string Source)>> DueAsync(Guid tenantId, CancellationToken cancellation) => unitOfWork.ReadAsync(
        tenantId,
        async db =>
        {
            var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
            var used = await sourced.InUseAsync(db, cancellation);
            var readings = used.Count == 0 ? [] : await db.Set<SourceReading>().AsNoTracking().ToListAsync(cancellation);
            var due = new List<(Quarter, string)>();
            foreach (var quarter in used.Count == 0 ? [] : await OpenAsync(db, today, cancellation))
            {
                foreach (var source in used)
                {
                    var last = readings.Find(r => r.QuarterKey == quarter.Key && r.Source == source.Name);
                    if (last is null || last.AsOf < SourcePeriod.Of(quarter, today).AsOf || await HasMovedAsync(db, source, last.ReadUtc - Longest, cancellation))
                    {
                        due.Add((quarter, source.Name));
                    }
                }
            }

            return (IReadOnlyList<(Quarter, string)>)due;
        },
        cancellation);

    /// <summary>Reads the records outside the transaction, as the product does: the role for bulk work knows nothing of the modules' tables.</summary>
    public async Task<Outcome<Answer>> RunAsync(Guid tenantId, Quarter quarter, string sourceName, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (source, period) = (sourced.Sources.Single(s => s.Name == sourceName), SourcePeriod.Of(quarter, ChinaTime.DayOf(now)));
        var told = await unitOfWork.ReadAsync(tenantId, db => ToldAsync(db, quarter, source, period, cancellation), cancellation);
        return told is null ? Closed(quarter) : await bulk.RunAsync<Answer>(
            tenantId,
            async (db, rows) =>
            {
                if (await IsPublishedAsync(db, quarter, cancellation))
                {
                    return Closed(quarter);
                }

                var changes = await ChangesAsync(db, quarter, source, told, cancellation);
                return await NoteAsync(db, quarter, source, period, now, changes.IsNone, cancellation) && changes.IsNone
                    ? new Answer(0, 0, 0)
                    : await TakeAsync(db, rows, quarter, source, told, changes, new Provenance(Guid.Empty, now, AsOf(period, now), null), cancellation);
            },
            cancellation);
    }

    private static Refusal Closed(Quarter quarter) => new("gather.closed", "", $"{quarter.Chinese}已发布，或还没有考评方案，不再汇集数据。");

    private static async Task<bool> IsPublishedAsync(YipanqiDb db, Quarter quarter, CancellationToken cancellation) => (await db.CycleOfAsync(quarter, cancellation))?.State == QuarterState.Published;

    private static async Task<Dictionary<(Guid UnitId, string ItemCode), Reported>?> ToldAsync(
        YipanqiDb db, Quarter quarter, IObservationSource source, SourcePeriod period, CancellationToken cancellation)
    {
        if (await IsPublishedAsync(db, quarter, cancellation) || await SchemeAsync(db, quarter, cancellation) is not { } definition)
        {
            return null;
        }

        var forest = await UnitForest.LoadAsync(db, null, quarter, cancellation);
        var items = definition.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code, n => n.Item!);
        return SourcedTotals.Of(forest, items, source.Items, await source.FiguresAsync(db, period, cancellation), source.Name).ToDictionary(t => (t.UnitId, t.ItemCode), t => t.Reported);
    }

    /// <summary>By key: what lacks, what says something else, and what no record stands behind any more.</summary>
    private sealed record Changes(IReadOnlyList<(Guid UnitId, string ItemCode)> Added, IReadOnlyList<(Guid UnitId, string ItemCode)> Changed, IReadOnlyList<(Guid UnitId, string ItemCode)> Removed)
    {
        public bool IsNone => Added.Count + Changed.Count + Removed.Count == 0;

        public IEnumerable<(Guid UnitId, string ItemCode)> All => Added.Concat(Changed).Concat(Removed);
    }

    private static async Task<Changes> ChangesAsync(
        YipanqiDb db, Quarter quarter, IObservationSource source, Dictionary<(Guid UnitId, string ItemCode), Reported> told, CancellationToken cancellation)
    {
        var (key, codes) = (quarter.Key, source.Items.ToArray());
        var known = await db.Set<Observation>().AsNoTracking().Where(o => o.QuarterKey == key && EF.Parameter(codes).Contains(o.ItemCode))
            .ToDictionaryAsync(o => (o.UnitId, o.ItemCode), cancellation);
        return new(
            [.. told.Keys.Where(k => !known.ContainsKey(k))],
            [.. told.Where(t => known.TryGetValue(t.Key, out var old) && !IsDecided(old) && !old.Says(t.Value) && (old.Source == source.Name || t.Value.Absence == AbsenceReason.None)).Select(t => t.Key)],
            [.. known.Where(k => k.Value.Source == source.Name && !told.ContainsKey(k.Key)).Select(k => k.Key)]);
    }

    // Neither read from records nor out of a file.
    private static bool IsDecided(Observation observation) => observation.RecordedBy != Guid.Empty && observation.ImportId is null;

    // Keeps that the records were read; a reading after which nothing changed is no event and is not journaled. False for the first one, which is left to the save.
    private static async Task<bool> NoteAsync(YipanqiDb db, Quarter quarter, IObservationSource source, SourcePeriod period, DateTime now, bool isNothingNew, CancellationToken cancellation)
    {
        var (key, name) = (quarter.Key, source.Name);
        if (isNothingNew && await db.Set<SourceReading>().Where(r => r.QuarterKey == key && r.Source == name)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.AsOf, period.AsOf).SetProperty(r => r.ReadUtc, now), cancellation) > 0)
        {
            return true;
        }

        var reading = await db.Set<SourceReading>().SingleOrDefaultAsync(r => r.QuarterKey == key && r.Source == name, cancellation);
        if (reading is null)
        {
            reading = SourceReading.Of(db.TenantId, quarter, name);
            db.Add(reading);
        }

        reading.Read(period.AsOf, now);
        return false;
    }

    private static async Task<Answer> TakeAsync(
        YipanqiDb db, BulkRows rows, Quarter quarter, IObservationSource source, Dictionary<(Guid UnitId, string ItemCode), Reported> told, Changes changes, Provenance from,
        CancellationToken cancellation)
    {
        var added = changes.Added.Select(at => Observation.Of(db.TenantId, quarter, at.UnitId, at.ItemCode)).ToList();
        added.ForEach(o => o.Take(told[(o.UnitId, o.ItemCode)], from));
        await RewriteAsync(
            db, quarter.Key, [.. changes.Changed, .. changes.Removed], o => told.TryGetValue((o.UnitId, o.ItemCode), out var reported) ? o.Take(reported, from) : db.Remove(o) is null, cancellation);
        Guid[] touched = [.. changes.All.Select(c => c.UnitId).Distinct()];
        db.AddRange(touched.Length > MostMarks ? [PreviewMark.OfAll(db.TenantId, quarter)] : PreviewMark.Of(db.TenantId, quarter, touched));
        var answer = new Answer(changes.Added.Count, changes.Changed.Count, changes.Removed.Count);
        var keys = string.Join('\n', changes.All.Select(c => $"{c.UnitId:N} {c.ItemCode}").Order(StringComparer.Ordinal));
        var detail = JsonSerializer.Serialize(new { quarter = quarter.ToString(), source = source.Name, answer.Added, answer.Changed, answer.Removed, sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys))) });
        await db.SaveAsync(new Change(null, from.RecordedUtc, "figures.gathered", nameof(Observation), null, "", detail), cancellation);
        await rows.InsertAsync(added, cancellation);
        return answer;
    }

    private static async Task RewriteAsync(YipanqiDb db, int key, IReadOnlyList<(Guid UnitId, string ItemCode)> wanted, Func<Observation, bool> apply, CancellationToken cancellation)
    {
        var chosen = wanted.ToHashSet();
        foreach (var units in wanted.Select(w => w.UnitId).Distinct().Chunk(AtOnce))
        {
            foreach (var observation in await db.Set<Observation>().Where(o => o.QuarterKey == key && EF.Parameter(units).Contains(o.UnitId)).ToListAsync(cancellation))
            {
                _ = chosen.Contains((observation.UnitId, observation.ItemCode)) && apply(observation);
            }
        }
    }

    // Quarters not yet published: the running one, and those opened before.
    private static async Task<IReadOnlyList<Quarter>> OpenAsync(YipanqiDb db, DateOnly today, CancellationToken cancellation)
    {
        var current = Quarter.Of(today);
        var cycles = await db.Set<QuarterCycle>().Select(c => new { c.QuarterKey, c.State }).ToListAsync(cancellation);
        return [.. cycles.Where(c => c.State != QuarterState.Published && c.QuarterKey <= current.Key).Select(c => c.QuarterKey)
            .Concat(cycles.Exists(c => c.QuarterKey == current.Key) ? [] : [current.Key]).Order().Select(Quarter.FromKey)];
    }

    private static Task<bool> HasMovedAsync(YipanqiDb db, IObservationSource source, DateTime since, CancellationToken cancellation)
    {
        var subjects = source.Subjects.Append(nameof(Unit)).ToArray();
        return db.Set<JournalEntry>().AnyAsync(j => j.AtUtc >= since && EF.Parameter(subjects).Contains(j.SubjectType), cancellation);
    }

    // The scheme the quarter is collected by, else the newest published one.
    private static async Task<SchemeDefinition?> SchemeAsync(YipanqiDb db, Quarter quarter, CancellationToken cancellation) =>
        await db.DefinitionOfAsync(await db.CycleOfAsync(quarter, cancellation), cancellation)
        ?? (await db.Set<Scheme>().AsNoTracking().Where(s => s.Status == SchemeStatus.Published).OrderByDescending(s => s.PublishedUtc).FirstOrDefaultAsync(cancellation))?.Read();

    private static DateTime AsOf(SourcePeriod period, DateTime now)
    {
        var end = period.AsOf.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - ChinaTime.Offset;
        return now < end ? now : end;
    }
}
