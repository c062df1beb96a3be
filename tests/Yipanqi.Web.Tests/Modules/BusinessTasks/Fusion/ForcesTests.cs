using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Forces;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Temporary;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;

public sealed class ForcesTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_founded_for_a_task_and_seen_in_the_subtree_alone(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (found, c) = (new FoundForce(ground.Work, ground.People, clock), ground.Committee);

        (await found.RunAsync(c.ActorAt(PostRole.DepartmentHead, c.FirstOrgan), Asked(ground), default)).Refusals.Single().Code.ShouldBe("task.absent");
        (await found.RunAsync(ground.First, Asked(ground) with { AwayUntil = "2027-12-31", Name = "" }, default)).Refusals.Select(r => r.Field).Distinct().Order().ShouldBe(["AwayUntil", "Name"]);
        var id = FusionGround.Done(await found.RunAsync(ground.First, Asked(ground), default));

        var line = (await Forces(ground).PageAsync(ground.First, ForceFilter.From(_ => null), 1, default)).Rows.Single();
        (line.Id, line.Members, line.AwayDays, line.Goals).ShouldBe((id, 1, 47, 0));
        (await Forces(ground).PageAsync(c.ActorAt(PostRole.PartyCommitteeOfficer, c.Second, c.SecondOrgan), ForceFilter.From(_ => null), 1, default)).Rows.ShouldBeEmpty();
        (await Forces(ground).FindAsync(ground.Lead with { TenantId = Guid.CreateVersion7() }, id, default)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Meets_goals_by_their_day_and_ends_with_a_result(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await FoundAsync(ground);

        (await new SetGoal(ground.Work, clock).RunAsync(ground.First, new(id, 0, "会签降到 10 天", "2027-05-01"), default)).Refusals.Single().Field.ShouldBe("DueDay");
        FusionGround.Done(await new SetGoal(ground.Work, clock).RunAsync(ground.First, new(id, 0, "会签降到 10 天", "2026-11-01"), default));
        var goal = (await ground.AllAsync<ForceGoal>()).Single();
        (await new MeetGoal(ground.Work, clock).RunAsync(ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second), new(goal.Id, "2026-10-12", "已降到 9 天"), default)).Refusals.Single().Code.ShouldBe("force.absent");
        FusionGround.Done(await new MeetGoal(ground.Work, clock).RunAsync(ground.First, new(goal.Id, "2026-10-12", "已降到 9 天"), default));
        (await new MeetGoal(ground.Work, clock).RunAsync(ground.First, new(goal.Id, "2026-10-12", "又一次"), default)).Refusals.Single().Code.ShouldBe("fusion.raced");
        FusionGround.Done(await new EndForce(ground.Work, clock).RunAsync(ground.First, new(id, 0, "2026-10-12", "120 台投用"), default));

        (await new SetGoal(ground.Work, clock).RunAsync(ground.First, new(id, 1, "再来", "2026-11-01"), default)).Refusals.Single().Code.ShouldBe("force.ended");
        var view = (await Forces(ground).FindAsync(ground.First, id, default))!;
        (view.Result, view.Line.Met, view.CanManage).ShouldBe(("120 台投用", 1, false));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_for_a_temporary_organisation_once_three_are_away_for_more_than_thirty_days(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await FoundAsync(ground);
        var away = ForceFilter.From(name => name == "view" ? "away" : null);
        var members = new[] { await MemberAsync(ground, "钱示例"), await MemberAsync(ground, "孙示例") };

        (await Forces(ground).PageAsync(ground.First, away, 1, default)).Rows.ShouldBeEmpty("one alone");
        foreach (var name in members)
        {
            FusionGround.Done(await new JoinForce(ground.Work, ground.People, clock).RunAsync(ground.First, new(id, 0, Picked.Of(name), "2026-10-12"), default));
        }

        (await Forces(ground).PageAsync(ground.First, away, 1, default)).Rows.Single().Id.ShouldBe(id);
        (await Forces(ground).FindAsync(ground.First, id, default))!.IsProposed.ShouldBeTrue();
        var give = new GiveOrganisation(ground.Work, new FoundTemporary(ground.Work, ground.People, clock), clock);
        var unit = FusionGround.Done(await give.RunAsync(ground.First, new(id, 0, "外出攻关组临时党支部", "党委会 10 月 12 日", "2026-10-12", Picked.Of("赵示例")), default));

        var view = (await Forces(ground).FindAsync(ground.First, id, default))!;
        (view.IsProposed, view.Line.TemporaryUnitId, view.Line.TemporaryFrom).ShouldBe((false, unit, new DateOnly(2026, 10, 12)));
        (await Forces(ground).PageAsync(ground.First, away, 1, default)).Rows.ShouldBeEmpty();
        var inside = (await ground.AllAsync<TemporaryMember>()).Where(m => m.UnitId == unit).ToList();
        inside.Select(m => m.PersonId).ShouldBe(view.Members.Select(m => m.PersonId), ignoreOrder: true);
        inside.Count(m => m.Role == TemporaryRole.Secretary).ShouldBe(1);
        (await ground.AllAsync<TemporaryOrganisation>()).Single().UnitId.ShouldBe(unit);
        (await give.RunAsync(ground.First, new(id, 1, "再来一个", "党委会", "2026-10-12", Picked.Of("赵示例")), default)).Refusals.Single().Code.ShouldBe("fusion.raced");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changes_its_term_and_its_days_away_while_it_runs(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await FoundAsync(ground);
        var change = new ChangeForce(ground.Work, clock);

        (await change.RunAsync(ground.First, new(id, 0, "", "2020-01-01", "对口支援县", "", ""), default)).Refusals.Select(r => r.Field).ShouldBe(["Name", "UntilDay", "AwayFrom", "AwayUntil"], ignoreOrder: true);
        FusionGround.Done(await change.RunAsync(ground.First, new(id, 0, "楼门攻关组", "2027-03-31", "", "", ""), default));

        var line = (await Forces(ground).FindAsync(ground.First, id, default))!.Line;
        (line.Name, line.UntilDay, line.AwayDays, line.AwayPlace, line.AwayFrom).ShouldBe(("楼门攻关组", new DateOnly(2027, 3, 31), 0, "", null));
        (await change.RunAsync(ground.First, new(id, 0, "楼门攻关组", "2027-03-31", "", "", ""), default)).Refusals.Single().Code.ShouldBe("fusion.raced");
        (await change.RunAsync(ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second), new(id, 1, "别人的", "2027-03-31", "", "", ""), default)).Refusals.Single().Code.ShouldBe("force.absent");
        (await ground.AllAsync<JournalEntry>()).Single(e => e.Action == "force.changed").Detail.ShouldContain("\"before\"");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tells_who_founds_organisations_what_waits_to_be_founded_and_to_be_dissolved(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await FoundAsync(ground);
        (await WaitingAsync(ground.First)).ShouldBe(0, "one alone");
        foreach (var name in new[] { await MemberAsync(ground, "钱示例"), await MemberAsync(ground, "孙示例") })
        {
            FusionGround.Done(await new JoinForce(ground.Work, ground.People, clock).RunAsync(ground.First, new(id, 0, Picked.Of(name), "2026-10-12"), default));
        }

        (await WaitingAsync(ground.First)).ShouldBe(1);
        (await WaitingAsync(ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second))).ShouldBe(0);
        (await WaitingAsync(ground.Committee.ActorAt(PostRole.BranchSecretary, ground.Committee.First))).ShouldBe(0);

        FusionGround.Done(await new GiveOrganisation(ground.Work, new FoundTemporary(ground.Work, ground.People, clock), clock).RunAsync(ground.First, new(id, 0, "外出攻关组临时党支部", "党委会 10 月 12 日", "2026-10-12", Picked.Of("赵示例")), default));
        (await WaitingAsync(ground.First)).ShouldBe(0);
        FusionGround.Done(await new EndForce(ground.Work, clock).RunAsync(ground.First, new(id, 1, "2026-10-12", "按期完成"), default));

        (await WaitingAsync(ground.First)).ShouldBe(1);
        (await Forces(ground).FindAsync(ground.First, id, default))!.IsOutlived.ShouldBeTrue();
        (await Forces(ground).PageAsync(ground.First, ForceFilter.From(name => name == "view" ? "away" : null), 1, default)).Rows.Single().Id.ShouldBe(id, "what is counted is listed");

        async Task<int> WaitingAsync(Actor actor) => (await new WaitingForces(ground.Work).CountAsync(actor, default)).GetValueOrDefault(WaitingForces.Address);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_Party_members_alone_and_asks_for_nothing_once_the_task_is_over(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await FoundAsync(ground);
        var away = ForceFilter.From(name => name == "view" ? "away" : null);
        await JoinAsync(ground, id, await MemberAsync(ground, "钱示例"), await MemberAsync(ground, "孙示例", isMember: false));

        (await Forces(ground).PageAsync(ground.First, away, 1, default)).Rows.ShouldBeEmpty("the third is no Party member");
        (await Forces(ground).FindAsync(ground.First, id, default))!.Line.ShouldSatisfyAllConditions(l => l.Members.ShouldBe(3), l => l.PartyMembers.ShouldBe(2));
        await JoinAsync(ground, id, await MemberAsync(ground, "李示例"));
        (await Forces(ground).FindAsync(ground.First, id, default))!.IsProposed.ShouldBeTrue();

        await EndTaskAsync(ground);

        (await Forces(ground).PageAsync(ground.First, away, 1, default)).Rows.ShouldBeEmpty();
        (await Forces(ground).FindAsync(ground.First, id, default))!.IsProposed.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_joins_or_leaves_later_joins_or_leaves_its_organisation_and_the_end_of_the_task_asks_to_dissolve_it(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await FoundAsync(ground);
        await JoinAsync(ground, id, await MemberAsync(ground, "钱示例"), await MemberAsync(ground, "孙示例"));
        var unit = FusionGround.Done(await new GiveOrganisation(ground.Work, new FoundTemporary(ground.Work, ground.People, clock), clock).RunAsync(ground.First, new(id, 0, "外出攻关组临时党支部", "党委会 10 月 12 日", "2026-10-12", Picked.Of("赵示例")), default));

        await JoinAsync(ground, id, await MemberAsync(ground, "李示例"), await MemberAsync(ground, "周示例", isMember: false));
        var left = (await ground.AllAsync<Person>()).Single(p => p.Name == "钱示例").Id;
        FusionGround.Done(await new LeaveForce(ground.Work, clock).RunAsync(ground.First, new(id, 1, left), default));

        var names = (await ground.AllAsync<Person>()).ToDictionary(p => p.Id, p => p.Name);
        (await ground.AllAsync<TemporaryMember>()).Select(m => (names[m.PersonId], m.ToDay is null)).ShouldBe([("赵示例", true), ("钱示例", false), ("孙示例", true), ("李示例", true)], ignoreOrder: true);
        (await ground.AllAsync<JournalEntry>()).Count(e => e.Action is "temporary.joined" or "temporary.left").ShouldBe(2);
        (await Forces(ground).FindAsync(ground.First, id, default))!.IsOutlived.ShouldBeFalse();

        await EndTaskAsync(ground);

        (await Forces(ground).FindAsync(ground.First, id, default))!.IsOutlived.ShouldBeTrue();
        (await Forces(ground).PageAsync(ground.First, ForceFilter.From(name => name == "view" ? "away" : null), 1, default)).Rows.Single().ShouldSatisfyAllConditions(l => l.IsTaskOver.ShouldBeTrue(), l => l.TemporaryUnitId.ShouldBe(unit));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_no_organisation_behind_where_noting_it_with_the_force_fails(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await FoundAsync(ground);
        var (units, entries) = ((await ground.AllAsync<Unit>()).Count, (await ground.AllAsync<JournalEntry>()).Count);
        var failing = new UnitOfWork(new DbContextOptionsBuilder<YipanqiDb>(ground.Database.Options).AddInterceptors(new FailOn("UPDATE \"task_force\"", "UPDATE task_force")).Options, kind);
        var asked = new GiveOrganisation.Input(id, 0, "外出攻关组临时党支部", "党委会 10 月 12 日", "2026-10-12", Picked.Of("赵示例"));

        (await new GiveOrganisation(failing, new FoundTemporary(failing, ground.People, clock), clock).RunAsync(ground.First, asked, default)).IsDone.ShouldBeFalse();

        (await ground.AllAsync<TemporaryOrganisation>()).ShouldBeEmpty();
        (await ground.AllAsync<TemporaryMember>()).ShouldBeEmpty();
        ((await ground.AllAsync<Unit>()).Count, (await ground.AllAsync<JournalEntry>()).Count).ShouldBe((units, entries));
        FusionGround.Done(await new GiveOrganisation(ground.Work, new FoundTemporary(ground.Work, ground.People, clock), clock).RunAsync(ground.First, asked, default));
        (await ground.AllAsync<JournalEntry>()).Select(e => e.Action).Where(a => a is "temporary.founded" or "force.organised").Count().ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pledges_are_told_by_the_member_and_confirmed_by_another(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var c = ground.Committee;
        var make = new MakePledge(ground.Work, ground.People, clock);
        (await make.RunAsync(ground.First, new(Picked.Of("赵示例"), "没有", "每周三到楼门", "2026-01-01"), default)).Refusals.Select(r => r.Field).Order().ShouldBe(["DueDay", "TaskCode"]);
        var id = FusionGround.Done(await make.RunAsync(ground.First, new(Picked.Of("赵示例"), "ZD1", "每周三到楼门", "2026-12-31"), default));
        var person = (await ground.AllAsync<Pledge>()).Single().PersonId;
        var member = c.ActorAt(PostRole.Member, c.Branch) with { PersonId = person };

        (await new FulfilPledge(ground.Work, clock).RunAsync(member with { PersonId = Guid.CreateVersion7() }, new(id, 0, "2026-10-12", "去了"), default)).Refusals.Single().Code.ShouldBe("pledge.absent");
        FusionGround.Done(await new FulfilPledge(ground.Work, clock).RunAsync(member, new(id, 0, "2026-10-12", "去了 30 个楼门"), default));
        (await new DecidePledge(ground.Work, clock).RunAsync(ground.First with { PersonId = person }, new(id, 1, true, ""), default)).Refusals.Single().Code.ShouldBe("pledge.own");
        (await new DecidePledge(ground.Work, clock).RunAsync(ground.First, new(id, 1, false, ""), default)).Refusals.Single().Field.ShouldBe("Remark");
        FusionGround.Done(await new DecidePledge(ground.Work, clock).RunAsync(ground.First, new(id, 1, false, "还差两个楼门"), default));
        FusionGround.Done(await new FulfilPledge(ground.Work, clock).RunAsync(member, new(id, 2, "2026-10-12", "补去了"), default));
        FusionGround.Done(await new DecidePledge(ground.Work, clock).RunAsync(ground.First, new(id, 3, true, ""), default));

        var line = (await new PledgesQuery(ground.Work, clock).PageAsync(ground.First, PledgeFilter.From(_ => null), 1, default)).Rows.Single();
        (line.State, line.Result, line.Task).ShouldBe((PledgeState.Confirmed, "补去了", "加装电梯 120 台"));
        (await new PledgesQuery(ground.Work, clock).PageAsync(c.ActorAt(PostRole.PartyCommitteeOfficer, c.Second), PledgeFilter.From(_ => null), 1, default)).Rows.ShouldBeEmpty();
    }

    public void Dispose() => database?.Dispose();

    private ForcesQuery Forces(FusionGround ground) => new(ground.Work, clock);

    private static FoundForce.Input Asked(FusionGround ground) =>
        new(ground.TaskId, Picked.Of("P1"), ForceKind.Research, "电梯攻关组", "2026-10-01", "2026-12-31", Picked.Of("赵示例"), "县里", "2026-10-05", "2026-11-20");

    private async Task<Guid> FoundAsync(FusionGround ground) => FusionGround.Done(await new FoundForce(ground.Work, ground.People, clock).RunAsync(ground.First, Asked(ground), default));

    private async Task JoinAsync(FusionGround ground, Guid id, params string[] names)
    {
        var version = (await ground.AllAsync<TaskForce>()).Single(f => f.Id == id).Version;
        foreach (var name in names)
        {
            FusionGround.Done(await new JoinForce(ground.Work, ground.People, clock).RunAsync(ground.First, new(id, version, Picked.Of(name), "2026-10-12"), default));
        }
    }

    private static Task EndTaskAsync(FusionGround ground) => ground.Work.WriteAsync<bool>(
        ground.Committee.TenantId,
        async db =>
        {
            (await db.Set<BusinessTask>().SingleAsync(t => t.Id == ground.TaskId)).Complete(new(2026, 10, 12));
            await db.SaveAsync(new Change(null, DateTime.UnixEpoch, "test.ended", nameof(BusinessTask), ground.TaskId), default);
            return true;
        },
        default);

    private static async Task<string> MemberAsync(FusionGround ground, string name, bool isMember = true)
    {
        var person = Person.New(ground.Committee.TenantId, name, null);
        var detail = PersonDetail.New(person, new PersonFacts(name, Gender.Unknown, null, PartyStatus.FullMember, null, null, null, false));
        return !isMember ? await ground.SaveAsync(name, person, Post.New(person, ground.Committee.Branch, PostRole.Inspector, "借调", new(2021, 7, 1))) : await ground.SaveAsync(name, person, detail, Membership.Begin(detail, ground.Committee.Branch.Id, new(2021, 7, 1), MembershipKind.Registered, ""));
    }

    private async Task<FusionGround> StartAsync(DatabaseKind kind)
    {
        var ground = await FusionGround.StartAsync(database = new TestDatabase(kind), clock);
        await MemberAsync(ground, "赵示例");
        return ground;
    }
}
