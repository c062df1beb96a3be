using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Tests.Support;

/// <summary>Takes the database away while it is on: every connection fails as the driver fails where the server is gone, or the file locked.</summary>
public sealed class AwaySwitch(DatabaseKind kind) : DbConnectionInterceptor
{
    private const int SqliteBusy = 5;

    public bool IsOn { get; set; }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        !IsOn ? ValueTask.FromResult(result)
        : throw (kind == DatabaseKind.Sqlite ? new SqliteException("database is locked", SqliteBusy) : new NpgsqlException("Failed to connect", new IOException("Connection refused")));
}
