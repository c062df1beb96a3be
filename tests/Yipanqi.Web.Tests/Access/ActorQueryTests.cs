using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class ActorQueryTests
{
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Gives_the_posts_subtree_and_the_linked_organs_subtree(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, clock);

        var actor = await Query(database).FindAsync(await ClaimsAsync(database, committee), default);

        actor!.Name.ShouldBe("周明");
        actor.PathsFor(Permission.PublishAssessment).ShouldBe([committee.Root.Path, committee.Organs.Path], ignoreOrder: true);
        actor.Roots.ShouldBe([committee.Root.Path, committee.Organs.Path], ignoreOrder: true);
    }

    [Fact]
    public async Task Finds_nobody_once_the_account_is_disabled()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var committee = await Committee.FoundAsync(database, clock);
        var claims = await ClaimsAsync(database, committee);
        (await Query(database).FindAsync(claims, default)).ShouldNotBeNull();

        await ChangeAccountAsync(database, a => a.Disabled = true);

        (await Query(database).FindAsync(claims, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Finds_nobody_with_a_cookie_from_before_the_secret_was_changed()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var committee = await Committee.FoundAsync(database, clock);
        var claims = await ClaimsAsync(database, committee);

        await ChangeAccountAsync(database, a => a.SecurityStamp = "new");

        (await Query(database).FindAsync(claims, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Counts_no_post_that_has_not_begun()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var committee = await Committee.FoundAsync(database, clock);
        clock.Advance(TimeSpan.FromDays(-365));

        (await Query(database).FindAsync(await ClaimsAsync(database, committee), default)).ShouldBeNull();
    }

    private ActorQuery Query(TestDatabase database) => new(database.UnitOfWork, clock, new MemoryCache(new MemoryCacheOptions()));

    private static async Task<AccountClaims> ClaimsAsync(TestDatabase database, Committee committee)
    {
        var account = await database.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Users.SingleAsync(), default);
        return new AccountClaims(account.Id, committee.TenantId, account.SecurityStamp!, DateTime.UnixEpoch);
    }

    private static Task ChangeAccountAsync(TestDatabase database, Action<Account> change) => database.UnitOfWork.WriteAsync<int>(
        UnitOfWork.NoTenant,
        async db =>
        {
            change(await db.Users.SingleAsync());
            return await db.SaveChangesAsync();
        },
        default);
}
