namespace Yipanqi.Web.Database;

/// <summary>Where the data live. Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Sqlite (default) or PostgreSql.</summary>
    public DatabaseKind Kind { get; set; }

    /// <summary>Connection of the application's own role. For SQLite empty means <c>yipanqi.db</c> in the data folder.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>PostgreSQL only: connection of the owner, used for migrations alone. Empty: migrations are run elsewhere.</summary>
    public string OwnerConnectionString { get; set; } = "";

    /// <summary>PostgreSQL only: name of the application's role, which is granted rows but owns nothing.</summary>
    public string ApplicationRole { get; set; } = "yipanqi_app";

    /// <summary>
    /// PostgreSQL only: connection of the role for bulk work, which bypasses row security; used by <see cref="BulkWrite"/> alone.
    /// Empty: bulk work goes the way of all other rows, by the application's role.
    /// </summary>
    public string ImportConnectionString { get; set; } = "";

    /// <summary>PostgreSQL only: name of the role for bulk work. An operator makes it; it is granted the tables of <see cref="BulkTables"/> alone.</summary>
    public string ImportRole { get; set; } = "yipanqi_import";
}
