using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class SqliteStatisticsTests
{
    [Fact]
    public async Task Tell_how_many_rows_an_index_has()
    {
        var (clock, tenant) = (new TestClock(), Guid.CreateVersion7());
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        await database.UnitOfWork.WriteAsync<bool>(
            tenant,
            async db =>
            {
                db.AddRange(Enumerable.Range(1, 300).Select(i => Unit.New(tenant, $"U{i}", $"单位{i}", Track.Party, null)));
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.added", nameof(Unit), null), default);
                return true;
            },
            default);
        (await KnownAsync(database)).ShouldBeEmpty();

        await new SqliteStatistics(database.UnitOfWork, clock, NullLogger<SqliteStatistics>.Instance).LookAsync(default);

        (await KnownAsync(database)).ShouldContain(k => k.StartsWith("300 ", StringComparison.Ordinal));
    }

    private static Task<List<string>> KnownAsync(TestDatabase database) => database.UnitOfWork.ReadAsync(
        UnitOfWork.NoTenant,
        async db =>
        {
            var known = new List<string>();
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'";
            if (await command.ExecuteScalarAsync() is 0L)
            {
                return known;
            }

            command.CommandText = "SELECT stat FROM sqlite_stat1 WHERE tbl = 'unit'";
            using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                known.Add(rows.GetString(0));
            }

            return known;
        },
        default);
}
