using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Yipanqi.Web.Database;

public static class DatabaseServices
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseOptions database, string dataFolder)
    {
        var options = Options(database.Kind, ConnectionString(database, dataFolder));
        services.AddSingleton(database);
        services.AddSingleton(options);
        services.AddSingleton(new UnitOfWork(options, database.Kind));
        services.AddSingleton(s => BulkWrite.Of(s.GetRequiredService<UnitOfWork>(), database));
        services.AddSingleton<Migrator>();
        return services;
    }

    public static void AddDatabaseJobs(this IServiceCollection services) => services.AddHostedService<SqliteStatistics>();

    public static DbContextOptions<YipanqiDb> Options(DatabaseKind kind, string connectionString)
    {
        var builder = new DbContextOptionsBuilder<YipanqiDb>();
        return (kind == DatabaseKind.Sqlite
            ? builder.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas())
            : builder.UseNpgsql(PostgreSqlSettings.With(connectionString)).AddInterceptors(new TenantFirst())).Options;
    }

    private static string ConnectionString(DatabaseOptions database, string dataFolder) =>
        database.Kind == DatabaseKind.Sqlite && database.ConnectionString.Length == 0
            ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "yipanqi.db") }.ToString()
            : database.ConnectionString;
}
