using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class UnitOfWorkTests
{
    private static readonly Guid Ours = Guid.CreateVersion7();
    private static readonly Guid Theirs = Guid.CreateVersion7();
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_the_rows_of_its_own_tenant_only(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        await AddUnitAsync(database, Ours, "A");
        await AddUnitAsync(database, Theirs, "B");

        var seen = await database.UnitOfWork.ReadAsync(Ours, db => db.Set<Unit>().Select(u => u.Code).ToListAsync(), default);

        seen.ShouldBe(["A"]);
    }

    [Fact]
    public async Task Is_held_to_its_tenant_by_the_database_even_where_the_filter_is_left()
    {
        using var database = new TestDatabase(DatabaseKind.PostgreSql);
        await AddUnitAsync(database, Ours, "A");
        await AddUnitAsync(database, Theirs, "B");

        var seen = await database.UnitOfWork.ReadAsync(Ours, db => db.Set<Unit>().IgnoreQueryFilters().TagWith(ShardingGuard.Exempt).Select(u => u.Code).ToListAsync(), default);
        var seenWithoutTenant = await database.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Unit>().IgnoreQueryFilters().TagWith(ShardingGuard.Exempt).CountAsync(), default);

        seen.ShouldBe(["A"]);
        seenWithoutTenant.ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_nothing_of_a_use_case_that_refuses(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);

        var outcome = await database.UnitOfWork.WriteAsync<bool>(
            Ours,
            async db =>
            {
                db.Add(Unit.New(Ours, "A", "单位", Track.Party, null));
                await db.SaveAsync(Change(), default);
                return new Refusal("test.no", "", "不行。");
            },
            default);

        outcome.IsDone.ShouldBeFalse();
        (await database.UnitOfWork.ReadAsync(Ours, db => db.Set<Unit>().CountAsync(), default)).ShouldBe(0);
        (await database.UnitOfWork.ReadAsync(Ours, db => db.Set<JournalEntry>().CountAsync(), default)).ShouldBe(0);
    }

    [Fact]
    public async Task Refuses_a_save_without_who_when_and_why()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);

        await Should.ThrowAsync<InvalidOperationException>(() => database.UnitOfWork.WriteAsync<int>(
            Ours,
            async db =>
            {
                db.Add(Unit.New(Ours, "A", "单位", Track.Party, null));
                return await db.SaveChangesAsync();
            },
            default));
    }

    [Fact]
    public async Task Refuses_a_row_of_another_tenant()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);

        await Should.ThrowAsync<InvalidOperationException>(() => database.UnitOfWork.WriteAsync<bool>(
            Ours,
            async db =>
            {
                db.Add(Unit.New(Theirs, "A", "单位", Track.Party, null));
                await db.SaveAsync(Change(), default);
                return true;
            },
            default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lets_the_second_of_two_concurrent_edits_lose(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        await AddUnitAsync(database, Ours, "A");
        var stale = await database.UnitOfWork.ReadAsync(Ours, db => db.Set<Unit>().SingleAsync(), default);
        await EditAsync(database, await database.UnitOfWork.ReadAsync(Ours, db => db.Set<Unit>().SingleAsync(), default), "先改");

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => EditAsync(database, stale, "后改"));
    }

    private Task EditAsync(TestDatabase database, Unit unit, string name) => database.UnitOfWork.WriteAsync<bool>(
        Ours,
        async db =>
        {
            db.Attach(unit);
            unit.Describe(name, name, "", 1, "");
            await db.SaveAsync(Change(), default);
            return true;
        },
        default);

    private Task AddUnitAsync(TestDatabase database, Guid tenant, string code) => database.UnitOfWork.WriteAsync<bool>(
        tenant,
        async db =>
        {
            db.Add(Unit.New(tenant, code, "单位" + code, Track.Party, null));
            await db.SaveAsync(Change(), default);
            return true;
        },
        default);

    private Change Change() => new(null, clock.UtcNow, "test.changed", nameof(Unit), null);
}
