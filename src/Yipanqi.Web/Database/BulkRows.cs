using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Yipanqi.Web.Database;

/// <summary>
/// Adds rows of listed tables in batches: COPY in binary form, or inserts of many rows. Ids are made by the caller. A key that is there
/// already refuses the whole operation (<see cref="InsertAsync"/>), or is left as it is (<see cref="InsertNewAsync"/>), so that an
/// operation may be repeated.
/// </summary>
public sealed class BulkRows(YipanqiDb db, bool copies)
{
    private const int RowsACopy = 100_000;

    /// <summary>Rows added so far.</summary>
    public long Written { get; private set; }

    /// <summary>Adds all rows.</summary>
    public Task<long> InsertAsync<T>(IEnumerable<T> rows, CancellationToken cancellation) where T : class, ITenantOwned =>
        WriteAsync(rows, skipKnown: false, cancellation);

    /// <summary>Adds the rows whose keys are not there yet; answers how many.</summary>
    public Task<long> InsertNewAsync<T>(IEnumerable<T> rows, CancellationToken cancellation) where T : class, ITenantOwned =>
        WriteAsync(rows, skipKnown: true, cancellation);

    private async Task<long> WriteAsync<T>(IEnumerable<T> rows, bool skipKnown, CancellationToken cancellation) where T : class, ITenantOwned
    {
        var table = BulkTable<T>.Of(db.Model);
        if (!BulkTables.MayAdd(table.Name))
        {
            throw new InvalidOperationException($"{table.Name} is not in BulkTables: rows of it are added one by one.");
        }

        var own = rows.Select(Own);
        try
        {
            var added = copies ? await CopyAsync(table, own, skipKnown, cancellation) : await InsertManyAsync(own, skipKnown, cancellation);
            Written += added;
            return added;
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"Rows of {table.Name} were refused.", e);
        }
    }

    // The role bypasses row security, so the tenant of every row is looked at here.
    private T Own<T>(T row) where T : ITenantOwned =>
        row.TenantId == db.TenantId ? row : throw new InvalidOperationException($"A {typeof(T).Name} of another tenant is in this unit of work.");

    private async Task<long> CopyAsync<T>(BulkTable<T> table, IEnumerable<T> rows, bool skipKnown, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var target = skipKnown ? "bulk_" + table.Name : table.Name;
        if (skipKnown)
        {
            await ExecuteAsync($"CREATE TEMP TABLE {target} ON COMMIT DROP AS SELECT {table.ColumnList} FROM {table.Name} WHERE false", cancellation);
        }

        long added = 0;
        using var left = rows.GetEnumerator();
        for (var more = left.MoveNext(); more;)
        {
            await using var copy = await connection.BeginBinaryImportAsync($"COPY {target} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellation);
            copy.Timeout = TimeSpan.FromSeconds(db.Database.GetCommandTimeout() ?? connection.CommandTimeout);
            for (var inBatch = 0; more && inBatch < RowsACopy; inBatch++, more = left.MoveNext())
            {
                copy.StartRow();
                table.Copy(copy, left.Current);
            }

            added += (long)await copy.CompleteAsync(cancellation);
        }

        if (skipKnown)
        {
            added = await ExecuteAsync($"INSERT INTO {table.Name} ({table.ColumnList}) SELECT {table.ColumnList} FROM {target} ON CONFLICT DO NOTHING", cancellation);
            await ExecuteAsync($"DROP TABLE {target}", cancellation);
        }

        return added;
    }

    private async Task<long> InsertManyAsync<T>(IEnumerable<T> rows, bool skipKnown, CancellationToken cancellation) where T : class
    {
        long added = 0;
        foreach (var batch in rows.Chunk(RowsACopy))
        {
            added += await BulkInsert.WriteAsync(db, typeof(T), [.. batch], cancellation, skipKnown);
        }

        return added;
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
