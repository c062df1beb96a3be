using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Shell.Undo;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class RevertUnitEventTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    public static TheoryData<DatabaseKind, string> Changes => new()
    {
        { DatabaseKind.Sqlite, "rename" }, { DatabaseKind.Sqlite, "move" }, { DatabaseKind.Sqlite, "merge" }, { DatabaseKind.Sqlite, "committees" }, { DatabaseKind.Sqlite, "split" }, { DatabaseKind.Sqlite, "close" },
        { DatabaseKind.PostgreSql, "move" }, { DatabaseKind.PostgreSql, "merge" }, { DatabaseKind.PostgreSql, "committees" }, { DatabaseKind.PostgreSql, "split" },
    };

    [Theory, MemberData(nameof(Changes))]
    public async Task Puts_everything_back_as_it_was(DatabaseKind kind, string what)
    {
        var ground = await StartAsync(kind);
        var before = await StateAsync(ground);
        var done = await ChangeAsync(ground, what);
        (await StateAsync(ground)).ShouldNotBe(before);

        var reverted = await ground.Revert.RunAsync(ground.Lead, new(done.EventId, "办错了单位"), default);

        reverted.Refusals.ShouldBeEmpty();
        (await StateAsync(ground)).ShouldBe(before);
        (await ground.AllAsync<UnitPast>()).ShouldBeEmpty();
        (await ground.People.EntriesAsync("unit.event-reverted")).ShouldBe(1);
        (await ground.Revert.RunAsync(ground.Lead, new(done.EventId, "再来一次"), default)).Refusals.Single().Code.ShouldBe("unit.event-absent");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_offered_at_once_to_the_one_who_made_the_change(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var before = await StateAsync(ground);
        var done = await ChangeAsync(ground, "merge");

        var undone = await new UndoChange(ground.Work, [new UndoUnitEvent([new AssessmentMatters()])], clock).RunAsync(ground.Lead, done.Undo, default);

        undone.Refusals.ShouldBeEmpty();
        (await StateAsync(ground)).ShouldBe(before);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_refused_where_something_came_after_it(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var first = await ChangeAsync(ground, "rename");
        clock.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(ground, "merge");

        (await ground.Revert.RunAsync(ground.Lead, new(first.EventId, "办错了"), default)).Refusals.Single().Message.ShouldBe("没有撤回。之后 2026-10-01 又有“并入”。请先撤回后面的变更。");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_refused_where_a_member_has_moved_on(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var done = await ChangeAsync(ground, "merge");
        var member = (await ground.AllAsync<PersonDetail>())[0].PersonId;
        (await ground.People.Move.RunAsync(ground.Lead, new(member, MembershipKind.TransferredOut, "", "2026-10-05", ""), default)).Refusals.ShouldBeEmpty();

        (await ground.Revert.RunAsync(ground.Lead, new(done.EventId, "办错了"), default)).Refusals.Single().Message.ShouldStartWith("没有撤回。之后有人已转走");
    }

    [Fact]
    public async Task Is_refused_to_whoever_stands_below_and_without_a_reason()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var done = await ChangeAsync(ground, "committees");

        (await ground.Revert.RunAsync(ground.Committee.FirstOfficer, new(done.EventId, "办错了"), default)).Refusals.Single().Code.ShouldBe("unit.event-absent");
        (await ground.Revert.RunAsync(ground.Lead with { TenantId = Guid.CreateVersion7() }, new(done.EventId, "办错了"), default)).Refusals.Single().Code.ShouldBe("unit.event-absent");
        (await ground.Revert.RunAsync(ground.Lead, new(done.EventId, ""), default)).Refusals.Single().Field.ShouldBe("Reason");
    }

    public void Dispose() => database?.Dispose();

    private static async Task<UnitChanged> ChangeAsync(UnitChangeGround ground, string what)
    {
        var committee = ground.Committee;
        var unit = what == "committees" ? committee.First : committee.Branch;
        var basis = await ground.BasisAsync(unit);
        var member = (await ground.AllAsync<PersonDetail>())[0].PersonId;
        var outcome = what switch
        {
            "rename" => await ground.Rename.RunAsync(ground.Lead, new(unit.Id, basis, "新名称", "", "党总支"), default),
            "move" => await ground.Move.RunAsync(ground.Lead, new(unit.Id, basis, Picked.Of("P2")), default),
            "merge" => await ground.Merge.RunAsync(ground.Lead, new(unit.Id, basis, Picked.Of("P1B2")), default),
            "committees" => await ground.Merge.RunAsync(ground.Lead, new(unit.Id, basis, Picked.Of("P2")), default),
            "split" => await ground.Split.RunAsync(ground.Lead, new(unit.Id, basis, "P1B3", "第三支部", "", "党支部", [], [member]), default),
            _ => await ground.Close.RunAsync(ground.Lead, new(unit.Id, basis, Picked.Of("P1B2")), default),
        };
        outcome.Refusals.ShouldBeEmpty();
        return outcome.Value;
    }

    // All that a change may touch, as text; units that were founded by mistake are gone for every list.
    private static async Task<string> StateAsync(UnitChangeGround ground)
    {
        var units = (await ground.AllAsync<Unit>()).Where(u => u.ClosedDay is null || u.ClosedDay > u.FoundedDay || u.FoundedDay is null);
        var lines = units.Select(u => $"unit {u.Code} {u.Name} {u.Kind} {u.Path} {u.Depth} {u.ParentId} {u.SinceDay} {u.ClosedDay} {u.IsAssessed}")
            .Concat((await ground.AllAsync<Membership>()).Select(m => $"membership {m.Id} {m.UnitId} {m.FromDay} {m.ToDay} {m.EndedBy} {m.Note}"))
            .Concat((await ground.AllAsync<PersonDetail>()).Select(d => $"person {d.PersonId} {d.BranchId} {d.WorkUnitId}"))
            .Concat((await ground.AllAsync<UnitLink>()).Select(l => $"link {l.PartyUnitId} {l.AdministrativeUnitId}"))
            .Concat((await ground.AllAsync<Post>()).Select(p => $"post {p.Id} {p.ToDay}"))
            .Concat((await ground.AllAsync<CommitteeTerm>()).Select(t => $"term {t.Id} {t.EndedDay}"))
            .Concat((await ground.AllAsync<PartyPost>()).Select(p => $"seat {p.Id} {p.ToDay}"));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private async Task<UnitChangeGround> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        var ground = await UnitChangeGround.StartAsync(database, clock);
        var member = await ground.People.MemberAsync("G1");
        await ground.People.MemberAsync("G2");
        await ground.ChangeAsync(async db =>
        {
            var person = await db.Set<Person>().SingleAsync(p => p.Id == member);
            foreach (var unit in new[] { ground.Committee.First, ground.Committee.Branch })
            {
                var term = CommitteeTerm.Elect(unit, 1, new(2026, 1, 1), 3, null);
                db.AddRange(term, PartyPost.Take(term, member, PartyRole.Secretary, SeatKind.Elected, new(2026, 1, 1)), Post.New(person, unit, PostRole.PartyCommitteeOfficer, "书记", new(2026, 1, 1)));
            }
        });
        return ground;
    }
}
