using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class BinaryRowsTests
{
    private readonly TestClock clock = new();

    [Fact]
    public async Task Reads_every_kind_of_field_and_rows_longer_than_what_is_read_at_once()
    {
        using var database = new TestDatabase(DatabaseKind.PostgreSql);
        var committee = await Committee.FoundAsync(database, clock);
        const string select = """
            SELECT n::int, CASE WHEN n % 2 = 0 THEN n / 4.0::float8 END, repeat('长', (n % 3) * 40000), n % 2 = 0, CASE WHEN n = 1 THEN '0199c5a2-0000-7000-8000-000000000001'::uuid END
            FROM generate_series(1, 2000) n
            """;

        var read = await ReadAsync(database, committee.TenantId, select, r => (r.Int(0), r.Double(1), r.Text(2).Length, r.Flag(3), r.Guid(4)));

        read.Count.ShouldBe(2000);
        read.ShouldAllBe(r => r.Item3 == r.Item1 % 3 * 40000 && r.Item4 == (r.Item1 % 2 == 0) && (r.Item4 ? r.Item2 == r.Item1 / 4.0 : double.IsNaN(r.Item2)));
        read.Select(r => r.Item5).ShouldBe([Guid.Parse("0199c5a2-0000-7000-8000-000000000001"), .. Enumerable.Repeat<Guid?>(null, 1999)]);
    }

    [Fact]
    public async Task Sees_the_rows_of_the_own_tenant_alone_whatever_it_asks_for()
    {
        using var database = new TestDatabase(DatabaseKind.PostgreSql);
        var ours = await Committee.FoundAsync(database, clock);
        var theirs = await Committee.FoundAsync(database, clock, "other");

        var own = await ReadAsync(database, ours.TenantId, "SELECT id FROM unit", r => r.Guid(0)!.Value);
        var foreign = await ReadAsync(database, ours.TenantId, $"SELECT id FROM unit WHERE tenant_id = '{theirs.TenantId:D}'", r => r.Guid(0)!.Value);

        own.ShouldContain(ours.Root.Id);
        own.ShouldNotContain(theirs.Root.Id);
        foreign.ShouldBeEmpty();
    }

    private static Task<List<T>> ReadAsync<T>(TestDatabase database, Guid tenantId, string select, Func<BinaryRows, T> of) => database.UnitOfWork.ReadAsync(
        tenantId,
        async db =>
        {
            var read = new List<T>();
            using var rows = await BinaryRows.OpenAsync(db, select, default);
            while (rows.Read())
            {
                read.Add(of(rows));
            }

            return read;
        },
        default);
}
