using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

/// <summary>A database without any table, opened as its owner.</summary>
public sealed class EmptyDatabase : IDisposable
{
    private readonly string? file;

    private EmptyDatabase(YipanqiDb db, string? file = null) => (Db, this.file) = (db, file);

    public YipanqiDb Db { get; }

    public static EmptyDatabase Create(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"yipanqi-empty-{Guid.NewGuid():N}.db");
            return new EmptyDatabase(new YipanqiDb(DatabaseServices.Options(kind, $"Data Source={file};Pooling=false"), UnitOfWork.NoTenant), file);
        }

        var connection = PostgresServer.ConnectionString(PostgresServer.OwnerRole, $"e_{Guid.NewGuid():N}") + ";Pooling=false";
        return new EmptyDatabase(new YipanqiDb(DatabaseServices.Options(kind, connection), UnitOfWork.NoTenant));
    }

    public void Dispose()
    {
        Db.Database.EnsureDeleted();
        Db.Dispose();
        foreach (var beside in file is null ? [] : new[] { "-wal", "-shm" })
        {
            File.Delete(file + beside);
        }
    }
}
