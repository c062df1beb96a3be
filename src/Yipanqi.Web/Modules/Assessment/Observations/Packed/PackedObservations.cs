using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The packed observations of a quarter. A row that stands beside them is younger and wins.</summary>
internal static class PackedObservations
{
    /// <summary>Packs observations and adds them as a set operation.</summary>
    public static async Task AddAsync(
        YipanqiDb db, BulkRows rows, Quarter quarter, IEnumerable<(Guid UnitId, IEnumerable<(string Item, Reported Reported, Provenance From)> Figures)> byUnit,
        CancellationToken cancellation)
    {
        var parts = new List<ObservationPart>();
        await rows.InsertAsync(Chunks(), cancellation);
        await rows.InsertAsync(parts, cancellation);

        IEnumerable<ObservationChunk> Chunks()
        {
            foreach (var (part, chunks) in Pack(db.TenantId, quarter, byUnit))
            {
                parts.Add(part);
                foreach (var chunk in chunks)
                {
                    yield return chunk;
                }
            }
        }
    }

    // In the order of the units' ids.
    private static IEnumerable<(ObservationPart Part, List<ObservationChunk> Chunks)> Pack(
        Guid tenantId, Quarter quarter, IEnumerable<(Guid UnitId, IEnumerable<(string Item, Reported Reported, Provenance From)> Figures)> byUnit)
    {
        var number = 0;
        foreach (var units in byUnit.OrderBy(u => u.UnitId).Chunk(ObservationPart.Units))
        {
            var figures = units.SelectMany((u, at) => u.Figures.Select(f => (f.Item, Figure: new PackedFigure(at, f.Reported, f.From)))).GroupBy(f => f.Item);
            var chunks = figures.Select(g => ObservationChunk.Of(tenantId, quarter.Key, number, g.Key, ObservationPacking.Pack([.. g.Select(f => f.Figure)])));
            yield return (ObservationPart.Of(tenantId, quarter.Key, number, [.. units.Select(u => u.UnitId)]), [.. chunks]);
            number++;
        }
    }

    /// <summary>Reads the figures of a quarter.</summary>
    /// <param name="wanted">Units wanted; null reads all.</param>
    /// <param name="take">Is given unit, item and figure.</param>
    public static async Task ReadAsync(
        YipanqiDb db, Quarter quarter, IReadOnlySet<Guid>? wanted, Action<Guid, string, PackedFigure> take, CancellationToken cancellation)
    {
        var key = quarter.Key;
        var parts = await db.Set<ObservationPart>().AsNoTracking().Where(p => p.QuarterKey == key).ToDictionaryAsync(p => p.Part, p => p.Read(), cancellation);
        var touched = parts.Where(p => wanted is null || p.Value.Any(wanted.Contains)).Select(p => p.Key).ToList();
        if (touched.Count == 0)
        {
            return;
        }

        var chunks = db.Set<ObservationChunk>().AsNoTracking().Where(c => c.QuarterKey == key && touched.Contains(c.Part));
        await foreach (var chunk in chunks.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var units = parts[chunk.Part];
            foreach (var figure in ObservationPacking.Read(chunk.Content))
            {
                if (wanted is null || wanted.Contains(units[figure.At]))
                {
                    take(units[figure.At], chunk.ItemCode, figure);
                }
            }
        }
    }
}
