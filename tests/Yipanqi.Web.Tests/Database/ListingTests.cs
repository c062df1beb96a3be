using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class ListingTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_no_further_than_the_limit(DatabaseKind kind)
    {
        var tenant = await GroupsAsync(kind, Listing.CountedAtMost + 80);

        var first = await PageAsync(tenant, 1);
        var afterTheLimit = await PageAsync(tenant, 21);
        var last = await PageAsync(tenant, 22);
        var beyond = await PageAsync(tenant, 400);

        (first.Rows.Count, first.Rows[0], first.Counted, first.IsMore).ShouldBe((50, "G00001", 1000, true));
        (afterTheLimit.Rows[0], afterTheLimit.Counted, afterTheLimit.IsMore).ShouldBe(("G01001", 1050, true));
        (last.Rows.Count, last.Counted, last.IsMore).ShouldBe((30, 1080, false));
        (beyond.Page, beyond.Rows.Count, beyond.Counted).ShouldBe((22, 30, 1080));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_one_command_where_the_end_is_seen_and_three_at_most(DatabaseKind kind)
    {
        var tenant = await GroupsAsync(kind, 60);

        (await CommandsAsync(tenant, 2)).ShouldBe(1);
        (await CommandsAsync(tenant, 1)).ShouldBe(2);
        (await CommandsAsync(tenant, 9)).ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_a_list_that_is_longer_than_counting_goes_once_for_all_its_pages(DatabaseKind kind)
    {
        var tenant = await GroupsAsync(kind, Listing.CountedAtMost + 80);

        var counted = await CommandsAsync(tenant, 1);
        var known = await CommandsAsync(tenant, 2);
        var known2 = await PageAsync(tenant, 3);

        (counted, known).ShouldBe((2, 1));
        (known2.Counted, known2.IsMore).ShouldBe((1000, true));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Takes_nothing_known_of_another_tenants_list_nor_past_the_end(DatabaseKind kind)
    {
        var tenant = await GroupsAsync(kind, Listing.CountedAtMost + 80);
        await PageAsync(tenant, 1);

        var other = await AddAsync(Guid.CreateVersion7(), 70);
        await database!.UnitOfWork.WriteAsync<bool>(
            tenant,
            async db =>
            {
                db.RemoveRange(db.Set<PeerGroup>().OrderBy(g => g.Name).Take(Listing.CountedAtMost));
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(PeerGroup), null), default);
                return true;
            },
            default);
        var others = await PageAsync(other, 1);
        var past = await PageAsync(tenant, 20);

        (others.Counted, others.IsMore).ShouldBe((70, false));
        (past.Page, past.Counted, past.IsMore).ShouldBe((2, 80, false));
    }

    [Fact]
    public async Task Shows_an_empty_list_as_its_first_page()
    {
        var tenant = await GroupsAsync(DatabaseKind.Sqlite, 0);

        var page = await PageAsync(tenant, -3);

        (page.Page, page.Rows.Count, page.Counted, page.IsMore).ShouldBe((1, 0, 0, false));
    }

    public void Dispose() => database?.Dispose();

    private async Task<Guid> GroupsAsync(DatabaseKind kind, int count)
    {
        database = new TestDatabase(kind);
        return await AddAsync(Guid.CreateVersion7(), count);
    }

    private async Task<Guid> AddAsync(Guid tenant, int count)
    {
        await database!.UnitOfWork.WriteAsync<bool>(
            tenant,
            async db =>
            {
                db.AddRange(Enumerable.Range(1, count).Select(i => PeerGroup.New(tenant, $"G{i:00000}", i)));
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(PeerGroup), null), default);
                return true;
            },
            default);
        return tenant;
    }

    private Task<ListPage<string>> PageAsync(Guid tenant, int page) => database!.UnitOfWork.ReadAsync(
        tenant, db => db.Set<PeerGroup>().PageAsync(page, groups => groups.OrderBy(g => g.Name), groups => groups.Select(g => g.Name), default), default);

    private async Task<int> CommandsAsync(Guid tenant, int page)
    {
        database!.Commands.Clear();
        await PageAsync(tenant, page);
        return database.Commands.Commands.Count;
    }
}
