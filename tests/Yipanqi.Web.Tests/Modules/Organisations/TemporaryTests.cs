using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Temporary;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class TemporaryTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_founded_by_whoever_approves_it_and_seen_in_their_subtree_alone(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (committee, query) = (ground.Committee, new TemporaryQuery(ground.Work, clock));

        (await FoundAsync(ground, committee.ActorAt(PostRole.BranchSecretary, committee.First))).Refusals.Single().Code.ShouldBe("unit.absent");
        (await FoundAsync(ground, committee.Lead with { TenantId = Guid.CreateVersion7() })).Refusals.Single().Code.ShouldBe("unit.absent");
        var done = await FoundAsync(ground, committee.FirstOfficer);

        done.Refusals.ShouldBeEmpty();
        var line = (await query.PageAsync(committee.FirstOfficer, TemporaryFilter.From(_ => null), 1, default)).Rows.Single();
        (line.Name, line.Secretary, line.Members, query.StateOf(line)).ShouldBe(("外出审计组临时党支部", "赵示例", 1, TemporaryState.Running));
        (await query.PageAsync(committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.Second), TemporaryFilter.From(_ => null), 1, default)).Rows.ShouldBeEmpty();
        (await query.FindAsync(committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.Second), done.Value, default)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_memberships_in_the_own_branch_and_holds_no_election(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = (await FoundAsync(ground, ground.Lead)).Value;
        var other = await ground.People.MemberAsync("G2", name: "钱示例");
        var unit = (await ground.AllAsync<Unit>()).Single(u => u.Id == id);

        (await Join(ground).RunAsync(ground.Lead, new(id, Picked.Of("钱示例"), TemporaryRole.Secretary, "2026-10-02"), default)).Refusals.Single().Message.ShouldStartWith("现在已有书记");
        (await Join(ground).RunAsync(ground.Lead, new(id, Picked.Of("钱示例"), TemporaryRole.Member, "2026-10-02"), default)).Refusals.ShouldBeEmpty();
        (await Join(ground).RunAsync(ground.Lead, new(id, Picked.Of("钱示例"), TemporaryRole.Member, "2026-10-03"), default)).Refusals.Single().Message.ShouldBe("此人在这一天已经是这里的成员。");

        (await ground.AllAsync<PersonDetail>()).ShouldAllBe(d => d.BranchId == ground.Committee.Branch.Id);
        (await ground.People.Move.RunAsync(ground.Lead, new(other, MembershipKind.Transferred, unit.Code, "2026-10-05", ""), default)).Refusals.Single().Message.ShouldStartWith("“外出审计组临时党支部”是临时党组织");
        (await ground.People.Register.RunAsync(ground.Lead, new(id, "1", "2026-10-05", ""), default)).Refusals.ShouldContain(r => r.Message.StartsWith("临时党组织不换届"));
        (await ground.Close.RunAsync(ground.Lead, new(id, await ground.BasisAsync(unit), null), default)).Refusals.ShouldContain(r => r.Message.StartsWith("这是临时党组织"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Has_smaller_ones_below_it_and_is_found_by_its_kind(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (found, query) = (new FoundTemporary(ground.Work, new PeopleScope([new MemberPlaces()], clock), clock), new TemporaryQuery(ground.Work, clock));
        var large = (await found.RunAsync(ground.Lead, Input(ground.Committee.First.Id, TemporaryKind.GeneralBranch), default)).Value;

        var same = await found.RunAsync(ground.Lead, Input(large, TemporaryKind.GeneralBranch), default);
        var unknown = await found.RunAsync(ground.Lead, Input(ground.Committee.First.Id, default), default);
        var small = await found.RunAsync(ground.Lead, Input(large, TemporaryKind.Branch), default);

        same.Refusals.Single().Message.ShouldContain("是临时党总支，下面不能成立临时党总支");
        unknown.Refusals.Single().Field.ShouldBe("Kind");
        small.Refusals.ShouldBeEmpty();
        (await KindsAsync("GeneralBranch")).ShouldBe(["临时党总支"]);
        (await KindsAsync("Branch")).ShouldBe(["临时党支部"]);
        (await KindsAsync("Committee")).ShouldBeEmpty();
        (await KindsAsync("?")).Count().ShouldBe(2);
        (await query.FindAsync(ground.Lead, large, default))!.Kind.ShouldBe("临时党总支");

        async Task<IEnumerable<string>> KindsAsync(string asked) =>
            (await query.PageAsync(ground.Lead, TemporaryFilter.From(name => name == "kind" ? asked : null), 1, default)).Rows.Select(l => l.Kind);

        static FoundTemporary.Input Input(Guid parent, TemporaryKind kind) => new(parent, "抗洪抢险临时党组织", "抗洪抢险", "党委会", "2026-10-01", "2026-11-30", Picked.Of("赵示例"), kind);
    }

    [Theory]
    [InlineData(0, "2026-12-31", TemporaryState.Running)]
    [InlineData(90, "2026-12-31", TemporaryState.Over)]
    [InlineData(190, "2027-12-31", TemporaryState.Long)]
    public async Task Says_when_its_time_is_over_or_six_months_have_passed(int days, string until, TemporaryState state)
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var id = (await FoundAsync(ground, ground.Lead, until)).Value;
        clock.Advance(TimeSpan.FromDays(days));
        var query = new TemporaryQuery(ground.Work, clock);

        (await query.FindAsync(ground.Lead, id, default))!.State.ShouldBe(state);
        (await query.PageAsync(ground.Lead, new("", state, false), 1, default)).Rows.Count.ShouldBe(1);
        (await query.PageAsync(ground.Lead, new("", TemporaryState.Dissolved, false), 1, default)).Rows.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_dissolved_with_its_result_and_kept_and_that_can_be_taken_back(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = (await FoundAsync(ground, ground.Lead)).Value;
        var unit = (await ground.AllAsync<Unit>()).Single(u => u.Id == id);
        var dissolve = new DissolveTemporary(ground.Work, [new AssessmentMatters()], clock);

        (await dissolve.RunAsync(ground.Lead, new(id, await ground.BasisAsync(unit, "2026-10-08"), ""), default)).Refusals.Single().Field.ShouldBe("Result");
        var done = await dissolve.RunAsync(ground.Lead, new(id, await ground.BasisAsync(unit, "2026-10-08"), "审计完成"), default);

        done.Refusals.ShouldBeEmpty();
        var view = (await new TemporaryQuery(ground.Work, clock).FindAsync(ground.Lead, id, default))!;
        (view.State, view.Result, view.People.Count).ShouldBe((TemporaryState.Dissolved, "审计完成", 1));
        (await ground.ListAsync(ground.Lead)).ShouldNotContain(l => l.StartsWith(unit.Code, StringComparison.Ordinal));
        (await ground.ListAsync(ground.Lead, new(2026, 10, 7))).ShouldContain(l => l.StartsWith(unit.Code, StringComparison.Ordinal));
        (await ground.Revert.RunAsync(ground.Lead, new(done.Value.EventId, "办早了"), default)).Refusals.ShouldBeEmpty();
        (await new TemporaryQuery(ground.Work, clock).FindAsync(ground.Lead, id, default))!.State.ShouldBe(TemporaryState.Running);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Its_secretary_reports_whatever_their_post_and_withdraws_what_was_wrong(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = (await FoundAsync(ground, ground.Lead)).Value;
        await ground.People.MemberAsync("G2", name: "钱示例");
        (await Join(ground).RunAsync(ground.Lead, new(id, Picked.Of("钱示例"), TemporaryRole.Member, "2026-10-02"), default)).Refusals.ShouldBeEmpty();
        var people = await ground.AllAsync<Person>();
        var (secretary, member) = (ActorOf("赵示例"), ActorOf("钱示例"));
        var (tell, withdraw, query) = (new ReportTemporary(ground.Work, clock), new WithdrawReport(ground.Work, clock), new TemporaryQuery(ground.Work, clock));

        (await tell.RunAsync(member, new(id, "2026-10-05", "开了会"), default)).Refusals.Single().Code.ShouldBe("temporary.absent");
        (await tell.RunAsync(ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second), new(id, "2026-10-05", "开了会"), default)).Refusals.Single().Code.ShouldBe("temporary.absent");
        (await tell.RunAsync(secretary, new(id, "2026-09-30", ""), default)).Refusals.Select(r => r.Field).ShouldBe(["Day", "Text"]);
        (await tell.RunAsync(secretary, new(id, "2026-10-05", "进点三个单位"), default)).Refusals.ShouldBeEmpty();
        (await tell.RunAsync(ground.Lead, new(id, "2026-10-06", "工委到场检查"), default)).Refusals.ShouldBeEmpty();

        var view = (await query.FindAsync(secretary, id, default))!;
        view.Reports.Select(r => (r.Text, r.By, r.IsOwn)).ShouldBe([("工委到场检查", people.Single(p => p.Id == ground.Lead.PersonId).Name, false), ("进点三个单位", "赵示例", true)]);
        (view.CanReport, view.CanManage, view.SeesPeople).ShouldBe((true, false, true));
        var seen = (await query.FindAsync(member, id, default))!;
        (seen.CanReport, seen.SeesPeople, seen.People.Count).ShouldBe((false, false, 0));
        (await query.LedAsync(secretary, default)).Single().ReportedDay.ShouldBe(new DateOnly(2026, 10, 6));
        (await query.LedAsync(member, default)).ShouldBeEmpty();

        var own = view.Reports.Single(r => r.IsOwn).Id;
        (await withdraw.RunAsync(ground.Lead, new(id, own, "写错"), default)).Refusals.Single().Code.ShouldBe("temporary.absent", "of another");
        (await withdraw.RunAsync(secretary, new(id, own, ""), default)).Refusals.Single().Field.ShouldBe("Reason");
        (await withdraw.RunAsync(secretary, new(id, own, "应为四个"), default)).Refusals.ShouldBeEmpty();
        (await withdraw.RunAsync(secretary, new(id, own, "应为四个"), default)).Refusals.Single().Code.ShouldBe("temporary.withdrawn");
        (await query.FindAsync(secretary, id, default))!.Reports[1].WithdrawnReason.ShouldBe("应为四个");
        (await query.FindAsync(ActorOf("赵示例") with { PersonId = Guid.CreateVersion7() }, id, default)).ShouldBeNull();

        // Who holds no post that reaches the organisation.
        Actor ActorOf(string name) => new(ground.Committee.TenantId, people.Single(p => p.Name == name).Id, name, "", []);
    }

    public void Dispose() => database?.Dispose();

    private JoinTemporary Join(UnitChangeGround ground) => new(ground.Work, new PeopleScope([new MemberPlaces()], clock), clock);

    private Task<Outcome<Guid>> FoundAsync(UnitChangeGround ground, Actor actor, string until = "2026-12-31") => new FoundTemporary(ground.Work, new PeopleScope([new MemberPlaces()], clock), clock)
        .RunAsync(actor, new(ground.Committee.First.Id, "外出审计组临时党支部", "外出审计三个月", "示组〔2026〕9 号", "2026-10-01", until, Picked.Of("赵示例")), default);

    private async Task<UnitChangeGround> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        var ground = await UnitChangeGround.StartAsync(database, clock);
        await ground.People.MemberAsync("G1");
        return ground;
    }
}
