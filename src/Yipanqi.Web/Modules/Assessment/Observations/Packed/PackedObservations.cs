using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The packed observations of a quarter. A row that stands beside them is younger and wins.</summary>
internal static class PackedObservations
{
    /// <summary>Packs one part.</summary>
    /// <param name="units">At most <see cref="ObservationPart.Units"/>, in the order of their ids, each with what it reported.</param>
    public static (ObservationPart Part, List<ObservationChunk> Chunks) Pack(
        Guid tenantId, Quarter quarter, int part, IReadOnlyList<(Guid UnitId, IEnumerable<(string Item, Reported Reported, Provenance From)> Figures)> units)
    {
        var figures = units.SelectMany((u, at) => u.Figures.Select(f => (f.Item, Figure: new PackedFigure(at, f.Reported, f.From)))).GroupBy(f => f.Item);
        var chunks = figures.Select(g => ObservationChunk.Of(tenantId, quarter.Key, part, g.Key, ObservationPacking.Pack([.. g.Select(f => f.Figure)])));
        return (ObservationPart.Of(tenantId, quarter.Key, part, [.. units.Select(u => u.UnitId)]), [.. chunks]);
    }

    /// <summary>Reads the figures of a quarter.</summary>
    /// <param name="wanted">Units wanted; null reads all.</param>
    /// <param name="take">Is given unit, item and figure.</param>
    public static async Task ReadAsync(
        YipanqiDb db, Quarter quarter, IReadOnlySet<Guid>? wanted, Action<Guid, string, PackedFigure> take, CancellationToken cancellation)
    {
        var parts = (await PartsAsync(db, quarter, wanted, cancellation)).ToDictionary(p => p.Part, p => p.Read());
        var touched = parts.Keys.ToList();
        if (touched.Count == 0)
        {
            return;
        }

        var key = quarter.Key;
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

    /// <summary>Makes rows of them again, a part at a time; a row that is there is younger and stays.</summary>
    public static async Task UnpackAsync(YipanqiDb db, Quarter quarter, CancellationToken cancellation)
    {
        var (key, rows) = (quarter.Key, new BulkRows(db, copies: false));
        foreach (var part in await PartsAsync(db, quarter, null, cancellation))
        {
            var (number, units) = (part.Part, part.Read());
            var chunks = await db.Set<ObservationChunk>().AsNoTracking().Where(c => c.QuarterKey == key && c.Part == number).ToListAsync(cancellation);
            await rows.InsertNewAsync(chunks.SelectMany(c => ObservationPacking.Read(c.Content).Select(f => RowOf(units[f.At], c.ItemCode, f))), cancellation);
        }

        await db.Set<ObservationChunk>().Where(c => c.QuarterKey == key).ExecuteDeleteAsync(cancellation);
        await db.Set<ObservationPart>().Where(p => p.QuarterKey == key).ExecuteDeleteAsync(cancellation);

        Observation RowOf(Guid unit, string item, PackedFigure figure)
        {
            var observation = Observation.Of(db.TenantId, quarter, unit, item);
            observation.Take(figure.Reported, figure.From);
            return observation;
        }
    }

    /// <summary>Parts that hold any of the units; null: all.</summary>
    public static async Task<List<ObservationPart>> PartsAsync(YipanqiDb db, Quarter quarter, IReadOnlySet<Guid>? wanted, CancellationToken cancellation)
    {
        var key = quarter.Key;
        var parts = db.Set<ObservationPart>().AsNoTracking().Where(p => p.QuarterKey == key);
        if (wanted is null)
        {
            return await parts.ToListAsync(cancellation);
        }

        if (wanted.Count == 0)
        {
            return [];
        }

        var order = wanted.Select(ObservationPart.OrderOf).ToList();
        var (first, last) = (order.Min(StringComparer.Ordinal)!, order.Max(StringComparer.Ordinal)!);
        var near = await parts.Where(p => string.Compare(p.LastUnit, first) >= 0 && string.Compare(p.FirstUnit, last) <= 0).ToListAsync(cancellation);
        return [.. near.Where(p => p.Read().Any(wanted.Contains))];
    }
}
