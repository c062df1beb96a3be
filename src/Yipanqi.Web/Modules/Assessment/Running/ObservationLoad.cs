using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Reads the observations of a quarter: the packed ones, then the rows, straight into columns of figures; EF writes the statement.</summary>
internal static class ObservationLoad
{
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
                    Figure(reader, 2), Figure(reader, 3), Figure(reader, 4), Figure(reader, 5), reader.GetString(6), (AbsenceReason)reader.GetInt32(7)));
            }
        }
    }

    private static double Figure(DbDataReader reader, int column) => reader.IsDBNull(column) ? double.NaN : reader.GetDouble(column);
}
