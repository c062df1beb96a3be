using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yipanqi.Web.Database;

/// <summary>
/// What SQLite must be told on every connection: FULL, since with NORMAL acknowledged writes were lost on a file system that drops
/// unsynced pages; secure_delete, so that nothing erased stays in free pages.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
