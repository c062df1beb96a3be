using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Reads the observations of a quarter: the packed ones, then the rows, straight into columns of figures; EF writes the statement.</summary>
internal static class ObservationLoad
{
    /// <param name="items">Codes of the items wanted; the answer has one entry for each.</param>
    public static async Task<ItemObservations[]> AllAsync(YipanqiDb db, UnitForest forest, Quarter quarter, IReadOnlyList<string> items, CancellationToken cancellation)
    {
        var found = items.Select(_ => new ItemObservations(forest.Units.Count)).ToArray();
        var byCode = items.Select((code, at) => (code, at)).ToDictionary(p => p.code, p => p.at);
        await PackedObservations.ReadAsync(db, quarter, null, Take, cancellation);
        var key = quarter.Key;
        var rows = db.Set<Observation>().AsNoTracking().Where(o => o.QuarterKey == key)
            .Select(o => new { o.UnitId, o.ItemCode, o.Value, o.Numerator, o.Denominator, o.SampleSize, o.Parts, o.Absence });
        await using var command = rows.CreateDbCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await db.Database.OpenConnectionAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (reader.Read())
        {
            if (byCode.TryGetValue(reader.GetString(1), out var item) && forest.Find(reader.GetGuid(0)) is { } unit)
            {
                found[item].Take(unit, new(
                    Figure(reader, 2), Figure(reader, 3), Figure(reader, 4), Figure(reader, 5), reader.GetString(6), (AbsenceReason)reader.GetInt32(7)));
            }
        }

        return found;

        void Take(Guid unitId, string code, PackedFigure figure)
        {
            if (byCode.TryGetValue(code, out var item) && forest.Find(unitId) is { } unit)
            {
                found[item].Take(unit, figure.Reported);
            }
        }
    }

    private static double Figure(DbDataReader reader, int column) => reader.IsDBNull(column) ? double.NaN : reader.GetDouble(column);
}
