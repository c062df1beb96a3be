using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Reads what the records of the modules come to and puts it among the figures of a quarter that is not published yet. Whatever says the same is left
/// alone, so that reading again changes nothing.
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

    public Task<Outcome<Answer>> RunAsync(Guid tenantId, Quarter quarter, string sourceName, CancellationToken cancellation) => bulk.RunAsync<Answer>(
        tenantId,
        async (db, rows) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var source = sourced.Sources.Single(s => s.Name == sourceName);
            if ((await db.CycleOfAsync(quarter, cancellation))?.State == QuarterState.Published || await SchemeAsync(db, quarter, cancellation) is not { } definition)
            {
                return new Refusal("gather.closed", "", $"{quarter.Chinese}已发布，或还没有考评方案，不再汇集数据。");
            }

            var period = SourcePeriod.Of(quarter, ChinaTime.DayOf(now));
            var forest = await UnitForest.LoadAsync(db, null, quarter, cancellation);
            var items = definition.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code, n => n.Item!);
            var told = SourcedTotals.Of(forest, items, source.Items, await source.FiguresAsync(db, period, cancellation), source.Name)
                .ToDictionary(t => (t.UnitId, t.ItemCode), t => t.Reported);
            var reading = await db.Set<SourceReading>().SingleOrDefaultAsync(r => r.QuarterKey == quarter.Key && r.Source == source.Name, cancellation);
            if (reading is null)
            {
                reading = SourceReading.Of(db.TenantId, quarter, source.Name);
                db.Add(reading);
            }

            reading.Read(period.AsOf, now);
            return await TakeAsync(db, rows, quarter, source, told, AsOf(period, now), now, cancellation);
        },
        cancellation);

    private static async Task<Answer> TakeAsync(
        YipanqiDb db, BulkRows rows, Quarter quarter, IObservationSource source, Dictionary<(Guid UnitId, string ItemCode), Reported> told, DateTime asOfUtc, DateTime now,
        CancellationToken cancellation)
    {
        var (key, codes) = (quarter.Key, source.Items.ToArray());
        var known = await db.Set<Observation>().AsNoTracking().Where(o => o.QuarterKey == key && EF.Parameter(codes).Contains(o.ItemCode))
            .ToDictionaryAsync(o => (o.UnitId, o.ItemCode), cancellation);
        var from = new Provenance(Guid.Empty, now, asOfUtc, null);
        var (added, changed) = (new List<Observation>(), new List<(Guid UnitId, string ItemCode)>());
        foreach (var (at, reported) in told)
        {
            if (!known.TryGetValue(at, out var old))
            {
                var observation = Observation.Of(db.TenantId, quarter, at.UnitId, at.ItemCode);
                observation.Take(reported, from);
                added.Add(observation);
            }
            else if (!old.Says(reported) && (old.Source == source.Name || reported.Absence == Engine.CompositeIndex.AbsenceReason.None))
            {
                changed.Add(at);
            }
        }

        var removed = known.Values.Where(o => o.Source == source.Name && !told.ContainsKey((o.UnitId, o.ItemCode))).Select(o => (o.UnitId, o.ItemCode)).ToList();
        await RewriteAsync(db, key, [.. changed, .. removed], o => told.TryGetValue((o.UnitId, o.ItemCode), out var reported) ? o.Take(reported, from) : db.Remove(o) is null, cancellation);
        Guid[] touched = [.. added.Select(o => o.UnitId).Concat(changed.Select(c => c.UnitId)).Concat(removed.Select(r => r.UnitId)).Distinct()];
        db.AddRange(touched.Length > MostMarks ? [PreviewMark.OfAll(db.TenantId, quarter)] : PreviewMark.Of(db.TenantId, quarter, touched));
        var answer = new Answer(added.Count, changed.Count, removed.Count);
        var keys = string.Join('\n', added.Select(o => $"{o.UnitId:N} {o.ItemCode}").Concat(changed.Concat(removed).Select(c => $"{c.UnitId:N} {c.ItemCode}")).Order(StringComparer.Ordinal));
        var detail = JsonSerializer.Serialize(new { quarter = quarter.ToString(), source = source.Name, answer.Added, answer.Changed, answer.Removed, sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys))) });
        await db.SaveAsync(new Change(null, now, "figures.gathered", nameof(Observation), null, "", detail), cancellation);
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
