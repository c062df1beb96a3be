using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class SqlitePragmasTests
{
    [Fact]
    public async Task Hold_on_a_new_connection_and_on_one_that_the_pool_gives_again()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            var told = await database.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, ToldAsync, default);

            told.ShouldBe(["wal", "2", "5000", "1", "1", "-16384"]);
        }
    }

    private static async Task<List<string>> ToldAsync(YipanqiDb db)
    {
        var told = new List<string>();
        foreach (var name in new[] { "journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete", "cache_size" })
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA " + name;
            told.Add($"{await command.ExecuteScalarAsync()}");
        }

        return told;
    }
}
