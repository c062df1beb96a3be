using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class ScopeTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_the_subtree_of_a_post_and_nothing_beside_it(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, new TestClock());

        (await CodesAsync(database, committee.FirstOfficer)).ShouldBe(["A1", "A1D1", "P1", "P1B1", "P1B2"]);
        (await CodesAsync(database, committee.Lead)).Count.ShouldBe(9);
        (await CodesAsync(database, committee.ActorAt(PostRole.BranchSecretary, committee.Branch))).ShouldBe(["P1B1"]);
    }

    [Fact]
    public async Task Shows_nothing_without_the_permission()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var committee = await Committee.FoundAsync(database, new TestClock());

        var nobody = new Actor(committee.TenantId, Guid.Empty, "", "", [new Grant(committee.Root.Path, Permission.HandleComplaints)]);

        (await CodesAsync(database, nobody)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sends_the_same_statement_for_everyone()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var committee = await Committee.FoundAsync(database, new TestClock());
        database.Commands.Clear();

        await CodesAsync(database, committee.ActorAt(PostRole.BranchSecretary, committee.Branch));
        await CodesAsync(database, committee.ActorAt(PostRole.BranchSecretary, committee.OtherBranch));

        database.Commands.Commands.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Ends_a_subtree_before_its_next_sibling()
    {
        string.CompareOrdinal("a0.b1.", Scope.End("a0.")).ShouldBeLessThan(0);
        string.CompareOrdinal("a00.", Scope.End("a0.")).ShouldBeGreaterThan(0);
    }

    private static Task<List<string>> CodesAsync(TestDatabase database, Actor actor) => database.UnitOfWork.ReadAsync(
        actor.TenantId,
        db => db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).OrderBy(u => u.Code).Select(u => u.Code).ToListAsync(),
        default);
}
