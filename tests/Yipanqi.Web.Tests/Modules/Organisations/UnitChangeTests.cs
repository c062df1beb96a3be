using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class UnitChangeTests : IDisposable
{
    private static readonly DateOnly Before = new(2026, 9, 30);
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_made_by_whoever_stands_above_the_unit_and_by_nobody_else(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var committee = ground.Committee;
        var basis = await ground.BasisAsync(committee.First);

        (await ground.Rename.RunAsync(committee.FirstOfficer, new(committee.First.Id, basis, "新名", "", "机关党委"), default)).Refusals.Single().Code.ShouldBe("unit.superior");
        (await ground.Rename.RunAsync(committee.ActorAt(PostRole.BranchSecretary, committee.First), new(committee.Branch.Id, basis, "新名", "", "党支部"), default)).Refusals.Single().Code.ShouldBe("unit.superior");
        (await ground.Rename.RunAsync(committee.FirstOfficer, new(committee.Second.Id, basis, "新名", "", "机关党委"), default)).Refusals.Single().Code.ShouldBe("unit.absent");
        (await ground.Close.RunAsync(committee.Lead with { TenantId = Guid.CreateVersion7() }, new(committee.Branch.Id, basis, null), default)).Refusals.Single().Code.ShouldBe("unit.absent");
        (await ground.Move.RunAsync(committee.FirstOfficer, new(committee.Branch.Id, basis, Picked.Of("P2")), default)).Refusals.Single().Code.ShouldBe("pick.absent");

        (await ground.AllAsync<UnitEvent>()).ShouldBeEmpty();
        (await ground.Rename.RunAsync(committee.FirstOfficer, new(committee.Branch.Id, basis, "新名", "", "党支部"), default)).Refusals.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rename_keeps_the_old_name_for_the_days_before(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var branch = ground.Committee.Branch;

        var done = await ground.Rename.RunAsync(ground.Lead, new(branch.Id, await ground.BasisAsync(branch), "甲局综合党支部", "综合支部", "党支部"), default);

        done.Refusals.ShouldBeEmpty();
        (await ground.ListAsync(ground.Lead)).ShouldContain("P1B1 甲局综合党支部 < P1");
        (await ground.ListAsync(ground.Lead, Before)).ShouldContain("P1B1 甲局第一党支部 < P1");
        (await ground.ListAsync(ground.Lead, new(2026, 10, 1))).ShouldContain("P1B1 甲局综合党支部 < P1");
        UnitEventWords.Sentence((await ground.Events.FindAsync(ground.Lead, branch.Id, default)).Single()).ShouldBe("由“甲局第一党支部”更名为“甲局综合党支部”");
        (await ground.People.EntriesAsync("unit.renamed")).ShouldBe(1);
        (await ground.ListAsync(ground.Committee.ActorAt(PostRole.WorkCommitteeLead, ground.Committee.Second), Before)).ShouldBe(["P2 乙局机关党委 < GW"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_changes_on_one_day_leave_no_day_in_between(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var branch = ground.Committee.Branch;
        await ground.Rename.RunAsync(ground.Lead, new(branch.Id, await ground.BasisAsync(branch), "甲局综合党支部", "", "党支部"), default);

        (await ground.Move.RunAsync(ground.Lead, new(branch.Id, await ground.BasisAsync(branch), Picked.Of("P2")), default)).Refusals.ShouldBeEmpty();

        (await ground.ListAsync(ground.Lead, Before)).ShouldContain("P1B1 甲局第一党支部 < P1");
        (await ground.ListAsync(ground.Lead)).ShouldContain("P1B1 甲局综合党支部 < P2");
        (await ground.AllAsync<UnitPast>()).Count.ShouldBe(1);
        (await ground.Rename.RunAsync(ground.Lead, new(branch.Id, await ground.BasisAsync(branch, "2026-09-01"), "旧", "", "党支部"), default)).Refusals.Single().Message
            .ShouldBe("“甲局综合党支部”上一次变更从 2026-10-01 起，生效日期不能比它早。");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Move_takes_all_below_along_and_scope_follows(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (committee, second) = (ground.Committee, ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second));
        var member = await ground.People.MemberAsync("G1");
        await TermAsync(ground, committee.Root, "2026-01-01", member);

        var done = await ground.Move.RunAsync(ground.Lead, new(committee.First.Id, await ground.BasisAsync(committee.First), Picked.Of("P2")), default);

        done.Refusals.ShouldBeEmpty();
        (await ground.ListAsync(second)).ShouldBe(["P2 乙局机关党委 < GW", "P1 甲局机关党委 < P2", "P1B1 甲局第一党支部 < P1", "P1B2 甲局第二党支部 < P1"]);
        (await ground.ListAsync(second, Before)).ShouldContain("P1 甲局机关党委 < GW");
        (await ground.FindAsync(committee.Branch)).Depth.ShouldBe(4);
        (await ground.FindAsync(committee.Branch)).Path.ShouldStartWith((await ground.FindAsync(committee.First)).Path);
        (await ground.AllAsync<Membership>()).Single().ToDay.ShouldBeNull();
        (await ground.AllAsync<PartyPost>()).Single().ToDay.ShouldBeNull();
        (await ground.AllAsync<UnitPast>()).Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Move_ends_seats_in_committees_that_no_longer_stand_above(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var member = await ground.People.MemberAsync("G1");
        await TermAsync(ground, ground.Committee.First, "2026-01-01", member);

        await ground.Move.RunAsync(ground.Lead, new(ground.Committee.Branch.Id, await ground.BasisAsync(ground.Committee.Branch), Picked.Of("P2")), default);

        (await ground.AllAsync<PartyPost>()).Single().ToDay.ShouldBe(Before);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Merge_hands_everything_to_the_other_and_nothing_shows_the_closed_one(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (committee, branch) = (ground.Committee, ground.Committee.Branch);
        var member = await ground.People.MemberAsync("G1");
        await TermAsync(ground, branch, "2026-01-01", member);
        await ground.ChangeAsync(async db => db.Add(Post.New(await db.Set<Person>().SingleAsync(p => p.Id == member), branch, PostRole.BranchSecretary, "书记", new(2026, 1, 1))));

        var done = await ground.Merge.RunAsync(ground.Lead, new(branch.Id, await ground.BasisAsync(branch), Picked.Of("P1B2")), default);

        done.Refusals.ShouldBeEmpty();
        done.Value.UnitId.ShouldBe(committee.OtherBranch.Id);
        var stays = (await ground.AllAsync<Membership>()).OrderBy(m => m.FromDay).ToList();
        stays.Select(m => (m.UnitId, m.ToDay)).ShouldBe([(branch.Id, Before), (committee.OtherBranch.Id, (DateOnly?)null)]);
        stays.Select(m => m.EndedBy).ShouldBe([MembershipKind.Reorganised, null]);
        (await ground.AllAsync<Post>()).Single(p => p.UnitId == branch.Id).ToDay.ShouldBe(Before);
        (await ground.AllAsync<CommitteeTerm>()).Single().EndedDay.ShouldBe(Before);
        (await ground.AllAsync<PartyPost>()).Single().ToDay.ShouldBe(Before);
        (await ground.AllAsync<UnitLink>()).ShouldContain(l => l.PartyUnitId == committee.OtherBranch.Id && l.AdministrativeUnitId == committee.Department.Id);
        (await ground.AllAsync<UnitLink>()).ShouldNotContain(l => l.PartyUnitId == branch.Id);
        (await ground.ListAsync(ground.Lead)).ShouldNotContain(l => l.StartsWith("P1B1 ", StringComparison.Ordinal));
        (await ground.ListAsync(ground.Lead, Before)).ShouldContain("P1B1 甲局第一党支部 < P1");
        (await ground.Work.ReadAsync(committee.TenantId, db => db.FindPickedAsync(ground.Lead, Permission.ViewUnits, Picked.Of("P1B1"), "", default), default)).IsDone.ShouldBeFalse();
        (await ground.People.Move.RunAsync(ground.Lead, new(member, MembershipKind.Transferred, "P1B1", "2026-10-05", ""), default)).Refusals.ShouldNotBeEmpty();
        (await new AddUnit(ground.Work, clock).RunAsync(ground.Lead, new(branch.Id, "X", new("下", "", "党支部", "", false, "0", "")), default)).Refusals.Single().Code.ShouldBe("unit.absent");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Merge_of_two_committees_carries_the_branches_along(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.People.MembersAsync(3);

        var done = await ground.Merge.RunAsync(ground.Lead, new(ground.Committee.First.Id, await ground.BasisAsync(ground.Committee.First), Picked.Of("P2")), default);

        done.Refusals.ShouldBeEmpty();
        (await ground.ListAsync(ground.Lead)).Where(l => l.StartsWith('P')).ShouldBe(["P2 乙局机关党委 < GW", "P1B1 甲局第一党支部 < P2", "P1B2 甲局第二党支部 < P2"]);
        (await ground.ListAsync(ground.Lead, Before)).Where(l => l.StartsWith('P')).ShouldBe(["P1 甲局机关党委 < GW", "P2 乙局机关党委 < GW", "P1B1 甲局第一党支部 < P1", "P1B2 甲局第二党支部 < P1"]);
        (await ground.AllAsync<Membership>()).ShouldAllBe(m => m.ToDay == null);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Split_founds_a_unit_with_what_was_chosen(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (goes, stays) = (await ground.People.MemberAsync("G1"), await ground.People.MemberAsync("G2"));

        var done = await ground.Split.RunAsync(ground.Lead, new(ground.Committee.Branch.Id, await ground.BasisAsync(ground.Committee.Branch), "P1B3", "甲局第三党支部", "", "党支部", [], [goes]), default);

        done.Refusals.ShouldBeEmpty();
        (await ground.ListAsync(ground.Lead)).ShouldContain("P1B3 甲局第三党支部 < P1");
        (await ground.ListAsync(ground.Lead, Before)).ShouldNotContain(l => l.StartsWith("P1B3", StringComparison.Ordinal));
        (await ground.AllAsync<PersonDetail>()).ToDictionary(d => d.PersonId, d => d.BranchId).ShouldBe(new Dictionary<Guid, Guid?> { [goes] = done.Value.UnitId, [stays] = ground.Committee.Branch.Id }, ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Close_leaves_nobody_behind(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.People.MemberAsync("G1");
        var branch = ground.Committee.Branch;

        var without = await ground.Close.RunAsync(ground.Lead, new(branch.Id, await ground.BasisAsync(branch), new()), default);
        var withOne = await ground.Close.RunAsync(ground.Lead, new(branch.Id, await ground.BasisAsync(branch), Picked.Of("P1B2")), default);

        without.Refusals.Single().Message.ShouldBe("还有 1 人在这里。请填他们转到哪个单位，或先逐个办理。");
        withOne.Refusals.ShouldBeEmpty();
        (await ground.AllAsync<PersonDetail>()).Single().BranchId.ShouldBe(ground.Committee.OtherBranch.Id);
        (await ground.FindAsync(branch)).ClosedDay.ShouldBe(new DateOnly(2026, 10, 1));
    }

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "move", "P1", "2026-10-01", "不能移到自己之下。请另选上级。" },
        { "move", "P1B1", "2026-10-01", "“甲局第一党支部”是它自己的下级，移过去会绕成圈。请另选上级。" },
        { "move", "GW", "2026-10-01", "它现在就在“示范工委”之下。请另选上级。" },
        { "move", "A2", "2026-10-01", "您管理的范围里没有编码或名称为“A2”的党组织。" },
        { "move", "P2", "2026-10-13", "生效日期不能晚于今天。以后才生效的，请到那一天再办。" },
        { "move", "P2", "", "生效日期没有填。" },
        { "move", "P2", "昨天", "这不是日期。请写成 2021-07-01 的样子。" },
        { "merge", "P1B1", "2026-10-01", "“甲局第一党支部”是它自己的下级。请另选单位。" },
        { "close", "", "2026-10-01", "还有下级单位 2 个。请先把它们移走或撤销。" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Is_refused_in_a_sentence_and_changes_nothing(string what, string target, string day, string message)
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var (id, basis) = (ground.Committee.First.Id, await ground.BasisAsync(ground.Committee.First, day));

        var outcome = what switch
        {
            "move" => await ground.Move.RunAsync(ground.Lead, new(id, basis, Picked.Of(target)), default),
            "merge" => await ground.Merge.RunAsync(ground.Lead, new(id, basis, Picked.Of(target)), default),
            _ => await ground.Close.RunAsync(ground.Lead, new(id, basis, Picked.Of(target)), default),
        };

        outcome.Refusals.Select(r => r.Message).ShouldContain(message);
        (await ground.AllAsync<UnitEvent>()).ShouldBeEmpty();
        (await ground.FindAsync(ground.Committee.First)).Version.ShouldBe(basis.Version);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lets_one_of_several_at_once_win(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var basis = await ground.BasisAsync(ground.Committee.Branch);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ground.Rename.RunAsync(ground.Lead, new(ground.Committee.Branch.Id, basis, $"第{i}个", "", "党支部"), default)));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusals[0].Code == EditUnit.RacedCode);
    }

    public void Dispose() => database?.Dispose();

    private static Task TermAsync(UnitChangeGround ground, Unit unit, string elected, Guid person) => ground.ChangeAsync(db =>
    {
        var day = DateOnly.Parse(elected, System.Globalization.CultureInfo.InvariantCulture);
        var term = CommitteeTerm.Elect(unit, 1, day, 3, null);
        db.AddRange(term, PartyPost.Take(term, person, PartyRole.Secretary, SeatKind.Elected, day));
        return Task.CompletedTask;
    });

    private async Task<UnitChangeGround> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        return await UnitChangeGround.StartAsync(database, clock);
    }
}
