using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Reads the observations of a quarter: the packed ones, then the rows, straight into columns of figures.</summary>
internal static class ObservationLoad
{
    private const int UnitIdBytes = 16;

    /// <summary>Of all units.</summary>
    /// <param name="items">Codes of the items wanted; the answer has one entry for each.</param>
    public static Task<ItemObservations[]> AllAsync(YipanqiDb db, UnitForest forest, Quarter quarter, IReadOnlyList<string> items, CancellationToken cancellation) =>
        ReadAsync(db, forest, quarter, items, null, cancellation);

    /// <summary>Of the units of a part of the trees.</summary>
    public static Task<ItemObservations[]> OfAsync(YipanqiDb db, UnitForest forest, Quarter quarter, IReadOnlyList<string> items, CancellationToken cancellation) =>
        ReadAsync(db, forest, quarter, items, forest.Units.Select(u => u.Id).ToHashSet(), cancellation);

    private static async Task<ItemObservations[]> ReadAsync(
        YipanqiDb db, UnitForest forest, Quarter quarter, IReadOnlyList<string> items, HashSet<Guid>? wanted, CancellationToken cancellation)
    {
        var found = items.Select(_ => new ItemObservations(forest.Units.Count, forest.Subjects.Count)).ToArray();
        var byCode = items.Select((code, at) => (code, at)).ToDictionary(p => p.code, p => p.at);
        await PackedObservations.ReadAsync(db, quarter, wanted, Take, cancellation);
        if (wanted is null && db.Database.IsNpgsql())
        {
            await CopyAsync(db, forest, quarter, items, found, cancellation);
            return found;
        }

        var key = quarter.Key;
        var rows = db.Set<Observation>().AsNoTracking().Where(o => o.QuarterKey == key);
        await ReadAsync(db, wanted is null ? rows : rows.Where(o => wanted.Contains(o.UnitId)), forest, byCode, found, cancellation);
        return found;

        void Take(Guid unitId, string code, PackedFigure figure)
        {
            if (byCode.TryGetValue(code, out var item) && forest.Find(unitId) is { } unit)
            {
                found[item].Take(unit, figure.Reported);
            }
        }
    }

    // Rows of a unit follow each other, and its items come in the same order as those of the unit before.
    private static async Task CopyAsync(
        YipanqiDb db, UnitForest forest, Quarter quarter, IReadOnlyList<string> items, ItemObservations[] found, CancellationToken cancellation)
    {
        using var rows = await BinaryRows.OpenAsync(
            db,
            "SELECT unit_id, item_code, value, numerator, denominator, sample_size, parts, absence FROM observation " +
            $"WHERE tenant_id = '{db.TenantId:D}' AND quarter_key = {quarter.Key.ToString(CultureInfo.InvariantCulture)}",
            cancellation);
        var codes = items.Select(Encoding.UTF8.GetBytes).ToArray();
        var (last, place, item) = (new byte[UnitIdBytes], default(int?), 0);
        while (rows.Read())
        {
            if (!rows.Bytes(0).SequenceEqual(last))
            {
                rows.Bytes(0).CopyTo(last);
                place = forest.Find(rows.Guid(0)!.Value);
            }

            if (place is { } unit && Next(codes, item, rows.Bytes(1)) is var next and >= 0)
            {
                item = next;
                found[item].Take(unit, new(rows.Double(2), rows.Double(3), rows.Double(4), rows.Double(5), (AbsenceReason)rows.Int(7)), rows.Bytes(6));
            }
        }
    }

    // −1 for an item that is not wanted.
    private static int Next(byte[][] codes, int before, ReadOnlySpan<byte> code)
    {
        for (var step = 1; step <= codes.Length; step++)
        {
            var at = (before + step) % codes.Length;
            if (code.SequenceEqual(codes[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private static async Task ReadAsync(
        YipanqiDb db, IQueryable<Observation> rows, UnitForest forest, Dictionary<string, int> byCode, ItemObservations[] found, CancellationToken cancellation)
    {
        await using var command = rows.Select(o => new { o.UnitId, o.ItemCode, o.Value, o.Numerator, o.Denominator, o.SampleSize, o.Parts, o.Absence }).CreateDbCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await db.Database.OpenConnectionAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (last, place) = (Guid.Empty, default(int?));
        while (reader.Read())
        {
            // The rows of a unit mostly follow each other.
            if (reader.GetGuid(0) is var id && id != last)
            {
                (last, place) = (id, forest.Find(id));
            }

            if (place is { } unit && byCode.TryGetValue(reader.GetString(1), out var item))
            {
                found[item].Take(unit, new(
                    Figure(reader, 2), Figure(reader, 3), Figure(reader, 4), Figure(reader, 5), (AbsenceReason)reader.GetInt32(7)), Encoding.UTF8.GetBytes(reader.GetString(6)));
            }
        }
    }

    private static double Figure(DbDataReader reader, int column) => reader.IsDBNull(column) ? double.NaN : reader.GetDouble(column);
}
