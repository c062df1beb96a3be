using Microsoft.EntityFrameworkCore;

namespace Yipanqi.Web.Database;

/// <summary>Brings the schema up to date at start-up: as the owner on PostgreSQL, since the application's role owns nothing.</summary>
public sealed class Migrator(DbContextOptions<YipanqiDb> options, DatabaseOptions database)
{
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        if (database.Kind == DatabaseKind.PostgreSql && database.OwnerConnectionString.Length == 0)
        {
            return;
        }

        var owner = database.Kind == DatabaseKind.Sqlite ? options : DatabaseServices.Options(database.Kind, database.OwnerConnectionString);
        await using var db = new YipanqiDb(owner, UnitOfWork.NoTenant);
        await db.Database.MigrateAsync(cancellation);
        if (database.Kind == DatabaseKind.PostgreSql)
        {
            await db.Database.ExecuteSqlRawAsync(RowSecurity.GrantSql(database.ApplicationRole), cancellation);
            await db.Database.ExecuteSqlRawAsync(RowSecurity.GrantImportSql(database.ImportRole), cancellation);
        }
    }
}
