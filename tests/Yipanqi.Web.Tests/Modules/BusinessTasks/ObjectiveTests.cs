using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Objectives;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks;

public sealed class ObjectiveTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    private AddObjective Add => new(database!.UnitOfWork, clock);

    private TieObjective Tie => new(database!.UnitOfWork, clock);

    private ObjectivesQuery Objectives => new(database!.UnitOfWork, clock);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_party_objective_is_tied_to_a_business_objective_of_its_year_and_counted(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var (party, free, business) = (await AddAsync(committee, "P1", "支部建在项目上"), await AddAsync(committee, "P1", "另一个"), await AddAsync(committee, "A1", "改造小区 35 个"));
        var earlier = (await Add.RunAsync(committee.Lead, new(Picked.Of("A1"), "2025", "去年的"), default)).Value;

        var wrongYear = await Tie.RunAsync(committee.Lead, new(party, 0, earlier), default);
        var wrongSide = await Tie.RunAsync(committee.Lead, new(business, 0, party), default);
        var ownSide = await Tie.RunAsync(committee.Lead, new(party, 0, free), default);
        (await Tie.RunAsync(committee.FirstOfficer, new(party, 0, business), default)).Refusals.ShouldBeEmpty();

        wrongYear.Refusals.Single().Message.ShouldStartWith("没有这个 2026 年的业务目标");
        wrongSide.Refusals.Single().Code.ShouldBe("objective.track");
        ownSide.IsDone.ShouldBeFalse();
        (await Objectives.CountAsync(committee.Lead, 2026, default)).ShouldBe(new ObjectivesQuery.Counts(2, 1, 1, 0));
        var untied = await Objectives.PageAsync(committee.Lead, new("", 2026, Track.Party, false), 1, default);
        untied.Rows.Single().Id.ShouldBe(free);
        (await Objectives.FindAsync(committee.Lead, business, default))!.Serving.Single().Id.ShouldBe(party);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Objectives_outside_the_scope_are_as_absent_as_those_that_never_were(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var stranger = await Committee.FoundAsync(database!, clock, "other");
        var (theirs, other) = (await AddAsync(committee, "P2", "别人的"), await AddAsync(committee, "A2", "别人的业务"));
        var own = await AddAsync(committee, "P1", "自己的");
        await Tie.RunAsync(committee.Lead, new(own, 0, other), default);

        (await Tie.RunAsync(committee.FirstOfficer, new(theirs, 0, null), default)).Refusals.Single().Message.ShouldBe("没有这个年度目标，或者不在您管理的范围内。");
        (await Tie.RunAsync(committee.FirstOfficer, new(own, 1, other), default)).IsDone.ShouldBeFalse();
        (await Objectives.FindAsync(committee.FirstOfficer, theirs, default)).ShouldBeNull();
        (await Objectives.PageAsync(stranger.Lead, new("", 2026, null, null), 1, default)).Rows.ShouldBeEmpty();
        var shown = (await Objectives.FindAsync(committee.FirstOfficer, own, default))!.Line;
        (shown.IsTied, shown.TiedText).ShouldBe((true, ""));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_that_others_serve_is_not_removed_and_a_stale_change_is_refused(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var (party, business) = (await AddAsync(committee, "P1", "支部建在项目上"), await AddAsync(committee, "A1", "改造小区 35 个"));
        await Tie.RunAsync(committee.Lead, new(party, 0, business), default);
        var (edit, remove) = (new EditObjective(database!.UnitOfWork, clock), new RemoveObjective(database.UnitOfWork, clock));

        var served = await remove.RunAsync(committee.Lead, new(business, 0), default);
        var stale = await edit.RunAsync(committee.Lead, new(party, 0, "改了"), default);
        (await Tie.RunAsync(committee.Lead, new(party, 1, null), default)).Refusals.ShouldBeEmpty();

        served.Refusals.Single().Message.ShouldStartWith("没有删除。还有党建目标对应着它");
        stale.Refusals.Single().Code.ShouldBe("objective.raced");
        (await remove.RunAsync(committee.Lead, new(business, 0), default)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_missing_is_named_at_its_field()
    {
        var committee = await StartAsync(DatabaseKind.Sqlite);

        var outcome = await Add.RunAsync(committee.Lead, new(null, "今年", ""), default);

        outcome.Refusals.Select(r => r.Field).ShouldBe(["Unit", "Year", "Text"]);
    }

    public void Dispose() => database?.Dispose();

    private async Task<Guid> AddAsync(Committee committee, string unit, string text) => (await Add.RunAsync(committee.Lead, new(Picked.Of(unit), "2026", text), default)).Value;

    private async Task<Committee> StartAsync(DatabaseKind kind) => await Committee.FoundAsync(database = new TestDatabase(kind), clock);
}
