using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Packs the observations of a closed quarter, a part of the units at a time, and takes their rows away; nothing is lost. A correction
/// begins with making rows of them again; packing once more takes in what was corrected.
/// </summary>
public sealed class PackQuarter(UnitOfWork unitOfWork, TimeProvider clock, BulkWrite? bulk = null)
{
    private static readonly Refusal StillOpen = new("pack.open", "", "本季度还没有发布，或正在更正，数据先不归档。");

    private readonly BulkWrite bulk = bulk ?? BulkWrite.Through(unitOfWork);

    /// <summary>Answers how many rows were packed.</summary>
    public Task<Outcome<int>> RunAsync(Guid tenantId, Quarter quarter, CancellationToken cancellation) =>
        bulk.RunAsync(tenantId, (db, rows) => PackAsync(db, rows, quarter, cancellation), cancellation);

    private async Task<Outcome<int>> PackAsync(YipanqiDb db, BulkRows rows, Quarter quarter, CancellationToken cancellation)
    {
        var key = quarter.Key;
        if (await db.CycleOfAsync(quarter, cancellation) is { State: not QuarterState.Published })
        {
            return StillOpen;
        }

        var snapshots = await db.Set<AssessmentSnapshot>().Where(s => s.QuarterKey == key && s.Status != SnapshotStatus.Superseded).Select(s => s.Status).ToListAsync(cancellation);
        if (snapshots is not [SnapshotStatus.Published])
        {
            return StillOpen;
        }

        var observations = db.Set<Observation>().Where(o => o.QuarterKey == key);
        var units = await observations.Select(o => o.UnitId).Distinct().ToListAsync(cancellation);
        foreach (var (number, members) in await PartsAsync(db, quarter, units, cancellation))
        {
            await RepackAsync(db, rows, quarter, number, members, cancellation);
        }

        var packed = await observations.ExecuteDeleteAsync(cancellation);
        var detail = $"{{\"quarter\":\"{quarter}\",\"count\":{packed}}}";
        await db.SaveAsync(new Change(null, clock.GetUtcNow().UtcDateTime, "observation.packed", nameof(Observation), null, "", detail), cancellation);
        return packed;
    }

    // Parts that are there and have younger rows, and new parts for units that are in none.
    private static async Task<List<(int Number, IReadOnlyList<Guid> Units)>> PartsAsync(
        YipanqiDb db, Quarter quarter, IReadOnlyCollection<Guid> units, CancellationToken cancellation)
    {
        var known = await PackedObservations.PartsAsync(db, quarter, units.ToHashSet(), cancellation);
        var found = known.Select(p => (p.Part, (IReadOnlyList<Guid>)p.Read())).ToList();
        var key = quarter.Key;
        var next = (await db.Set<ObservationPart>().Where(p => p.QuarterKey == key).MaxAsync(p => (int?)p.Part, cancellation) ?? -1) + 1;
        var left = units.Except(found.SelectMany(f => f.Item2)).OrderBy(ObservationPart.OrderOf, StringComparer.Ordinal);
        return [.. found, .. left.Chunk(ObservationPart.Units).Select((some, i) => (next + i, (IReadOnlyList<Guid>)some))];
    }

    private static async Task RepackAsync(YipanqiDb db, BulkRows rows, Quarter quarter, int number, IReadOnlyList<Guid> units, CancellationToken cancellation)
    {
        var figures = new Dictionary<(Guid UnitId, string Item), (Reported Reported, Provenance From)>();
        await PackedObservations.ReadAsync(db, quarter, units.ToHashSet(), (unit, item, figure) => figures[(unit, item)] = (figure.Reported, figure.From), cancellation);
        var key = quarter.Key;
        await foreach (var o in db.Set<Observation>().AsNoTracking().Where(o => o.QuarterKey == key && units.Contains(o.UnitId)).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            figures[(o.UnitId, o.ItemCode)] = (o.Told, o.From);
        }

        var byUnit = figures.ToLookup(f => f.Key.UnitId, f => (f.Key.Item, f.Value.Reported, f.Value.From));
        var (part, chunks) = PackedObservations.Pack(db.TenantId, quarter, number, [.. units.Select(u => (u, byUnit[u]))]);
        await db.Set<ObservationPart>().Where(p => p.QuarterKey == key && p.Part == number).ExecuteDeleteAsync(cancellation);
        await db.Set<ObservationChunk>().Where(c => c.QuarterKey == key && c.Part == number).ExecuteDeleteAsync(cancellation);
        await rows.InsertAsync([part], cancellation);
        await rows.InsertAsync(chunks, cancellation);
    }
}
