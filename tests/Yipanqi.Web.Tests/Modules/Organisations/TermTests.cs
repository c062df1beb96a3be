using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Structure;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class TermTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory]
    [InlineData("2026-04-11", TermState.Running)]
    [InlineData("2026-04-12", TermState.DueSoon)]
    [InlineData("2026-10-12", TermState.DueSoon)]
    [InlineData("2026-10-13", TermState.Overdue)]
    public void Is_due_soon_six_months_before_and_overdue_the_day_after(string today, TermState state) =>
        CommitteeTerm.StateOf(new(2026, 10, 12), new(2026, 10, 12), null, DateOnly.Parse(today), 6).ShouldBe(state);

    [Theory]
    [InlineData("2026-10-13", TermState.Extended)]
    [InlineData("2027-10-12", TermState.Extended)]
    [InlineData("2027-10-13", TermState.Overdue)]
    public void Is_due_but_not_overdue_within_an_approved_extension(string today, TermState state) =>
        CommitteeTerm.StateOf(new(2026, 10, 12), new(2027, 10, 12), null, DateOnly.Parse(today), 6).ShouldBe(state);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lasts_five_years_for_a_committee_and_three_for_a_branch(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var committee = ground.Committee;

        await ground.Register.RunAsync(committee.Lead, new(committee.First.Id, "3", "2023-03-01", "7"), default);
        await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "1", "2023-03-01", ""), default);

        (await ground.Terms.FindAsync(committee.Lead, committee.First.Id, default))!.Current!.DueDay.ShouldBe(new(2028, 3, 1));
        var branch = (await ground.Terms.FindAsync(committee.Lead, committee.Branch.Id, default))!;
        (branch.Current!.DueDay, branch.State).ShouldBe((new(2026, 3, 1), TermState.Overdue));
        (await new TermsQuery(database!.UnitOfWork, clock).PageAsync(committee.Lead, TermFilter.From(n => n == "state" ? "overdue" : null), 1, default)).Rows.Single().UnitCode.ShouldBe("P1B1");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_replaced_by_the_next_with_its_posts_ended_the_day_before(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var committee = ground.Committee;
        await ground.MembersAsync(2);
        var first = (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "1", "2023-03-01", ""), default)).Value;
        await ground.Take.RunAsync(committee.Lead, new(first, "P1B1-01", PartyRole.Secretary, SeatKind.Elected, ""), default);

        (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "2", "2026-02-01", ""), default)).IsDone.ShouldBeTrue();

        var view = (await ground.Terms.FindAsync(committee.Lead, committee.Branch.Id, default))!;
        (view.Current!.Number, view.Current.Held, view.State).ShouldBe((2, 0, TermState.Running));
        view.Before.Single().ShouldBe(new(1, new(2023, 3, 1), new(2026, 1, 31), "钱示例1"));
        (await ground.AllAsync<PartyPost>()).Single().ToDay.ShouldBe(new(2026, 1, 31));
    }

    [Fact]
    public async Task Is_changed_by_one_year_at_most_with_approver_and_document()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var committee = ground.Committee;
        var term = (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "1", "2023-03-01", ""), default)).Value;

        var far = await ground.Reschedule.RunAsync(committee.Lead, new(term, "2027-03-02", "甲局机关党委", "〔2026〕1 号"), default);
        var bare = await ground.Reschedule.RunAsync(committee.Lead, new(term, "2027-03-01", "", ""), default);
        var done = await ground.Reschedule.RunAsync(committee.Lead, new(term, "2027-03-01", "甲局机关党委", "〔2026〕1 号"), default);

        far.Refusals.Single().Message.ShouldContain("最多 1 年，即 2025-03-01 到 2027-03-01（《中国共产党基层组织选举工作条例》第三条）");
        bare.Refusals.Select(r => r.Field).ShouldBe(["Approver", "Document"]);
        done.IsDone.ShouldBeTrue();
        (await ground.Terms.FindAsync(committee.Lead, committee.Branch.Id, default))!.State.ShouldBe(TermState.Extended);
    }

    [Fact]
    public async Task Is_not_replaced_long_before_it_is_due_unless_that_was_approved()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var committee = ground.Committee;
        var term = (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "1", "2025-03-01", ""), default)).Value;

        var early = await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "2", "2026-10-01", ""), default);
        await ground.Reschedule.RunAsync(committee.Lead, new(term, "2027-03-01", "甲局机关党委", "〔2026〕1 号"), default);
        var approved = await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "2", "2026-10-01", ""), default);

        early.Refusals.Single().Message.ShouldContain("提前换届要先登记上级的批准");
        approved.IsDone.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Corrected_it_moves_its_years_the_term_before_and_the_posts_of_its_election(DatabaseKind kind)
    {
        var (ground, term) = await PeopleGround.TwiceElectedAsync(database = new TestDatabase(kind), clock);
        var committee = ground.Committee;
        (await ground.Take.RunAsync(committee.Lead, new(term, "P1B1-02", PartyRole.Organisation, SeatKind.ByElection, "2026-05-01"), default)).Refusals.ShouldBeEmpty();
        async Task<string?> FaultAsync(string number, string day, string seats, string reason = "录错", int version = 0) =>
            (await ground.Correct.RunAsync(committee.Lead, new(term, version, number, day, seats, reason), default)).Refusals.FirstOrDefault()?.Message;

        (await FaultAsync("2", "2023-03-01", "")).ShouldBe("选举日期要晚于上一届的 2023-03-01。");
        (await FaultAsync("2", "2024-01-01", "")).ShouldNotBeNull().ShouldStartWith("上一届 2026-03-01 到期。提前换届要先登记上级的批准");
        (await FaultAsync("2", "2026-05-02", "")).ShouldBe("有成员 2026-05-01 已经任职或免职，选举日期不能晚于这一天。");
        (await FaultAsync("x", "2026-03-10", "31", "")).ShouldBe("届次要填 1 到 99 的整数。");
        (await FaultAsync("3", "2026-03-10", "5", version: 7)).ShouldBe("没有保存。刚才有人改过这一届，请看了现在的内容再办。");
        (await ground.Correct.RunAsync(committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.Second), new(term, 0, "3", "2026-03-10", "5", "录错"), default)).Refusals.Single().Code.ShouldBe("term.absent");
        (await FaultAsync("3", "2026-03-10", "5")).ShouldBeNull();

        var view = (await ground.Terms.FindAsync(committee.Lead, committee.Branch.Id, default))!;
        (view.Current!.Number, view.Current.ElectedDay, view.Current.DueDay, view.Current.Seats).ShouldBe((3, new(2026, 3, 10), new(2029, 3, 10), 5));
        view.Before.Single().EndedDay.ShouldBe(new(2026, 3, 9));
        (await ground.AllAsync<PartyPost>()).Select(p => (p.Role, p.FromDay, p.ToDay)).Order().ShouldBe(new (PartyRole, DateOnly, DateOnly?)[]
        {
            (PartyRole.Secretary, new(2023, 3, 1), new(2026, 3, 9)), (PartyRole.Publicity, new(2023, 3, 1), new(2026, 3, 9)),
            (PartyRole.Secretary, new(2026, 3, 10), null), (PartyRole.Organisation, new(2026, 5, 1), null),
        }.Order());
        (await ground.EntriesAsync("term.corrected")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_not_moved_while_an_approved_change_of_its_end_stands(DatabaseKind kind)
    {
        var (ground, term) = await PeopleGround.TwiceElectedAsync(database = new TestDatabase(kind), clock);
        (await ground.Reschedule.RunAsync(ground.Committee.Lead, new(term, "2029-06-01", "甲局机关党委", "〔2026〕1 号"), default)).Refusals.ShouldBeEmpty();

        (await ground.Correct.RunAsync(ground.Committee.Lead, new(term, 1, "2", "2026-02-02", "", "录错"), default)).Refusals.Single().Message.ShouldStartWith("本届登记了延期或提前的批准");
        (await ground.Correct.RunAsync(ground.Committee.Lead, new(term, 1, "4", "2026-02-01", "", "录错"), default)).Refusals.ShouldBeEmpty("the number alone does not touch the day");
        clock.Advance(TimeSpan.FromDays(1));
        (await ground.Correct.RunAsync(ground.Committee.Lead, new(term, 2, "5", "", "", "录错"), default)).Refusals.Select(r => r.Message).ShouldContain("选举日期没有填。");

        (await ground.AllAsync<CommitteeTerm>()).Single(t => t.Id == term).ShouldSatisfyAllConditions(t => t.Number.ShouldBe(4), t => t.DueDay.ShouldBe(new(2029, 6, 1)));
    }

    [Fact]
    public async Task Of_an_election_that_was_early_the_number_is_corrected_without_asking_for_its_approval_again()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var committee = ground.Committee;
        var first = (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "1", "2024-03-01", ""), default)).Value;
        await ground.Reschedule.RunAsync(committee.Lead, new(first, "2026-03-01", "甲局机关党委", "〔2026〕1 号"), default);
        var term = (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "2", "2025-10-01", ""), default)).Value;
        await ground.Database.UnitOfWork.WriteAsync<bool>(
            committee.TenantId,
            async db =>
            {
                await db.Set<CommitteeTerm>().Where(t => t.Id == first).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueDay, new DateOnly(2027, 3, 1)));
                return true;
            },
            default);

        (await ground.Correct.RunAsync(committee.Lead, new(term, 0, "2", "2025-10-02", "", "录错"), default)).Refusals.Single().Field.ShouldBe("ElectedDay");
        (await ground.Correct.RunAsync(committee.Lead, new(term, 0, "3", "2025-10-01", "5", "录错"), default)).Refusals.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Taken_back_it_leaves_nothing_and_the_term_before_runs_again_with_those_who_are_still_here(DatabaseKind kind)
    {
        var (ground, term) = await PeopleGround.TwiceElectedAsync(database = new TestDatabase(kind), clock);
        var committee = ground.Committee;
        var second = (await ground.AllAsync<PersonDetail>()).Single(d => d.StaffCode == "P1B1-02").PersonId;
        (await ground.Move.RunAsync(committee.Lead, new(second, MembershipKind.Transferred, "P1B2", "2026-06-01", ""), default)).Refusals.ShouldBeEmpty();

        (await ground.TakeBack.RunAsync(committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.Second), new(term, 0, "录错"), default)).Refusals.Single().Code.ShouldBe("term.absent");
        (await ground.TakeBack.RunAsync(committee.Lead, new(term, 3, "录错"), default)).Refusals.Single().Code.ShouldBe("term.raced");
        (await ground.TakeBack.RunAsync(committee.Lead, new(term, 0, ""), default)).Refusals.Single().Field.ShouldBe("Reason");
        (await ground.TakeBack.RunAsync(committee.Lead, new(term, 0, "登记到了别的支部"), default)).Refusals.ShouldBeEmpty();

        var view = (await ground.Terms.FindAsync(committee.Lead, committee.Branch.Id, default))!;
        (view.Current!.Number, view.Before.Count).ShouldBe((1, 0));
        view.Holders.Select(h => (h.Name, h.ToDay)).ShouldBe([("钱示例1", null), ("钱示例2", new DateOnly(2026, 1, 31))], "who went to another branch since does not hold the post again");
        (await ground.EntriesAsync("term.taken-back")).ShouldBe(1);
    }

    [Fact]
    public void Carries_the_clause_with_every_number_of_its_rules()
    {
        var rules = StructureRules.Current;

        rules.KindOf("机关党委").ShouldBe(PartyUnitKind.Committee);
        rules.KindOf("党总支").ShouldBe(PartyUnitKind.GeneralBranch);
        rules.KindOf("联合党支部").ShouldBe(PartyUnitKind.Branch);
        rules.KindOf("机关工委").ShouldBe(PartyUnitKind.None);
        rules.KindOf("处室").ShouldBe(PartyUnitKind.Unknown);
        (rules.TermOf("社区党总支").Value, rules.TermOf("党总支").Value, rules.TermOf("机关党委").Value).ShouldBe((5, 3, 5));
        foreach (var rule in typeof(StructureRules.RuleSet).GetProperties().Where(p => p.PropertyType == typeof(StructureRule)).Select(p => (StructureRule)p.GetValue(rules.Rules)!))
        {
            rule.ShouldNotBeNull();
            (rule.Document.Length > 0 && rule.Text.EndsWith('。')).ShouldBeTrue(rule.Cited);
        }
    }

    public void Dispose() => database?.Dispose();

    private async Task<PeopleGround> StartAsync(DatabaseKind kind) => await PeopleGround.StartAsync(database = new TestDatabase(kind), clock);
}
