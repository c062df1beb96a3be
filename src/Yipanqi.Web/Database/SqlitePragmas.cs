using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yipanqi.Web.Database;

/// <summary>
/// What SQLite must be told once on every connection, which the pool keeps: FULL, since with NORMAL acknowledged writes were lost on a file system that drops
/// unsynced pages; secure_delete, so that nothing erased stays in free pages.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    private static readonly ConditionalWeakTable<object, string> Told = [];

    // A connection is of one unit of work at a time, and that is on one thread at a time: SQLite need not lock it for every value that is read, nor count its memory for all threads together.
    static SqlitePragmas()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (Told.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();

        // Only now: one that could not be told everything goes back to the pool, too, and is told when it comes again.
        Told.AddOrUpdate(handle, Sql);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
