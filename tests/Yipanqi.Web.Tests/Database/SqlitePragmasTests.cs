using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class SqlitePragmasTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("yipanqi-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Hold_on_a_new_connection_and_on_one_that_the_pool_gives_again()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            var told = await database.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, ToldAsync, default);

            told.ShouldBe(["wal", "2", "5000", "1", "1"]);
        }
    }

    [Fact]
    public async Task Hold_on_a_connection_that_could_not_be_told_at_first()
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "locked.db"), DefaultTimeout = 1 }.ToString();
        var unitOfWork = new UnitOfWork(DatabaseServices.Options(DatabaseKind.Sqlite, file), DatabaseKind.Sqlite);
        using (var other = new SqliteConnection(file + ";Pooling=False"))
        {
            await other.OpenAsync();
            using var held = other.CreateCommand();
            held.CommandText = "BEGIN EXCLUSIVE; CREATE TABLE t (a)";
            await held.ExecuteNonQueryAsync();

            await Should.ThrowAsync<SqliteException>(() => unitOfWork.ReadAsync(UnitOfWork.NoTenant, ToldAsync, default));
        }

        (await unitOfWork.ReadAsync(UnitOfWork.NoTenant, ToldAsync, default)).ShouldBe(["wal", "2", "5000", "1", "1"]);
        SqliteConnection.ClearPool(new SqliteConnection(file));
    }

    private static async Task<List<string>> ToldAsync(YipanqiDb db)
    {
        var told = new List<string>();
        foreach (var name in new[] { "journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete" })
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA " + name;
            told.Add($"{await command.ExecuteScalarAsync()}");
        }

        return told;
    }
}
