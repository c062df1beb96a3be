using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

/// <summary>A database without any table, opened as its owner.</summary>
public sealed class EmptyDatabase : IDisposable
{
    private EmptyDatabase(YipanqiDb db) => Db = db;

    public YipanqiDb Db { get; }

    public static EmptyDatabase Create(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"yipanqi-empty-{Guid.NewGuid():N}.db");
            return new EmptyDatabase(new YipanqiDb(DatabaseServices.Options(kind, $"Data Source={file};Pooling=false"), UnitOfWork.NoTenant));
        }

        var connection = PostgresServer.ConnectionString(PostgresServer.OwnerRole, $"e_{Guid.NewGuid():N}") + ";Pooling=false";
        return new EmptyDatabase(new YipanqiDb(DatabaseServices.Options(kind, connection), UnitOfWork.NoTenant));
    }

    public void Dispose()
    {
        Db.Database.EnsureDeleted();
        Db.Dispose();
    }
}
