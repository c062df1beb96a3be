using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class FirstStepsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_those_a_person_may_take_in_order_and_done_as_far_as_they_see(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, new TestClock());
        FirstStep[] steps =
        [
            new(30, "last", "", Permission.ManageTasks, "/c"),
            new(20, "tasks", "", Permission.ManageTasks, "/b", (db, actor, cancellation) => db.Set<Unit>().Within(actor, Permission.ManageTasks, u => u.Path).AnyAsync(u => u.Id == committee.First.Id, cancellation)),
            new(10, "units", "", Permission.ImportUnits, "/a", (db, actor, cancellation) => db.Set<Unit>().Within(actor, Permission.ImportUnits, u => u.Path).AnyAsync(u => u.ParentId != null, cancellation)),
        ];
        var query = new FirstStepsQuery(database.UnitOfWork, steps);

        (await OfAsync(committee.Lead)).ShouldBe([("units", true), ("tasks", true), ("last", false)]);
        (await OfAsync(committee.FirstOfficer)).ShouldBe([("tasks", true), ("last", false)]);
        (await OfAsync(committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.Second))).ShouldBe([("tasks", false), ("last", false)]);
        (await OfAsync(committee.ActorAt(PostRole.Member, committee.Branch))).ShouldBeEmpty();

        async Task<IEnumerable<(string, bool)>> OfAsync(Actor actor) => (await query.OfAsync(actor, default)).Select(l => (l.Step.Label, l.IsDone));
    }
}
