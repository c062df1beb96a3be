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
}
