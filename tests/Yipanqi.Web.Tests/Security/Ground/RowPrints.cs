using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>What stands in every row of every table at one moment, to tell afterwards what was changed.</summary>
public sealed class RowPrints
{
    private readonly Dictionary<string, Dictionary<string, string>> rows = [];

    /// <summary>Reads all tables of the model as their owner sees them. <paramref name="leaveOut"/>: tables that may change by themselves.</summary>
    public static RowPrints Take(TestDatabase database, params string[] leaveOut)
    {
        using var db = new YipanqiDb(database.Options, UnitOfWork.NoTenant);
        using DbConnection connection = database.Kind == DatabaseKind.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.OwnerConnectionString);
        connection.Open();
        var prints = new RowPrints();
        foreach (var entity in db.Model.GetEntityTypes().DistinctBy(e => e.GetTableName()).Where(e => !leaveOut.Contains(e.GetTableName())))
        {
            var keys = entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName()).ToHashSet();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {entity.GetTableName()}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                prints.Add(entity.GetTableName()!, keys, reader);
            }
        }

        return prints;
    }

    /// <summary>What was added, removed or changed since, column by column.</summary>
    public List<RowChange> Since(RowPrints before)
    {
        var changes = new List<RowChange>();
        foreach (var key in rows.Keys.Union(before.rows.Keys))
        {
            var (now, then) = (rows.GetValueOrDefault(key), before.rows.GetValueOrDefault(key));
            var kind = then is null ? "added" : now is null ? "removed" : "changed";
            var columns = (now ?? then)!.Where(c => kind != "changed" || then![c.Key] != c.Value).ToDictionary();
            if (columns.Count > 0)
            {
                changes.Add(new RowChange(key.Split('|')[0], kind, columns, now ?? then!));
            }
        }

        return changes;
    }

    private void Add(string table, HashSet<string> keys, DbDataReader reader)
    {
        var columns = new Dictionary<string, string>(reader.FieldCount);
        for (var i = 0; i < reader.FieldCount; i++)
        {
            columns[reader.GetName(i)] = reader.GetValue(i) switch
            {
                byte[] bytes => Convert.ToHexString(bytes),
                var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
            };
        }

        rows[table + "|" + string.Join('|', columns.Where(c => keys.Contains(c.Key)).Select(c => c.Value))] = columns;
    }
}
