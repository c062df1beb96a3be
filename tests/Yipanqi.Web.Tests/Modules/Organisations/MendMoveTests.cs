using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class MendMoveTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_the_branches_of_a_day_as_corrected_and_journals_both_days(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await MovedAsync(ground);

        (await Correct(ground).RunAsync(ground.Committee.Lead, new(id, "2023-05-01", "介绍信日期录错"), default)).Refusals.ShouldBeEmpty();

        (await OnAsync(ground, ground.Committee.Branch, new(2023, 4, 30))).ShouldBe(["G1"]);
        (await OnAsync(ground, ground.Committee.Branch, new(2023, 5, 1))).ShouldBeEmpty();
        (await OnAsync(ground, ground.Committee.OtherBranch, new(2023, 5, 1))).ShouldBe(["G1"]);
        var entry = (await ground.AllAsync<JournalEntry>()).Single(e => e.Action == "membership.corrected");
        (entry.SubjectId, entry.Detail).ShouldBe((id, """{"old":"2023-06-01","new":"2023-05-01"}"""));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Takes_back_one_step_after_the_other_down_to_the_first_registration(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var lead = ground.Committee.Lead;
        var id = await MovedAsync(ground);
        await ground.Move.RunAsync(lead, new(id, MembershipKind.TransferredOut, "", "2024-01-01", ""), default);

        (await Correct(ground).RunAsync(lead, new(id, "2024-02-01", "录错"), default)).Refusals.ShouldBeEmpty();
        (await OnAsync(ground, ground.Committee.OtherBranch, new(2024, 1, 31))).ShouldBe(["G1"]);
        (await TakeBack(ground).RunAsync(lead, new(id, "没有转出"), default)).Refusals.ShouldBeEmpty();
        (await OnAsync(ground, ground.Committee.OtherBranch, new(2026, 1, 1))).ShouldBe(["G1"]);
        (await TakeBack(ground).RunAsync(lead, new(id, "没有转接"), default)).Refusals.ShouldBeEmpty();

        (await OnAsync(ground, ground.Committee.Branch, new(2026, 1, 1))).ShouldBe(["G1"]);
        (await ground.AllAsync<Membership>()).Single().ToDay.ShouldBeNull();
        (await ground.AllAsync<PersonDetail>()).Single(d => d.PersonId == id).BranchId.ShouldBe(ground.Committee.Branch.Id);
        (await ground.EntriesAsync("membership.taken-back")).ShouldBe(2);
        (await TakeBack(ground).RunAsync(lead, new(id, "再撤"), default)).Refusals.Single().Message.ShouldBe("这是最初登记的支部，不能撤销。日期错了请更正日期，支部错了请办理转接。");
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "2020-01-01", "录错", "日期要晚于进入前一个支部的 2020-01-01。" },
        { "2023-06-01", "录错", "日期和原来的一样，没有改。" },
        { "2026-10-13", "录错", "日期不能晚于今天。" },
        { "", "录错", "日期没有填。" },
        { "2023-05-01", "", "请写明事由。" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Refuses_other_days_and_no_reason_and_changes_nothing(string day, string reason, string message)
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var id = await MovedAsync(ground);

        (await Correct(ground).RunAsync(ground.Committee.Lead, new(id, day, reason), default)).Refusals.Single().Message.ShouldBe(message);

        (await ground.AllAsync<Membership>()).Select(m => m.FromDay).Order().ShouldBe([new(2020, 1, 1), new(2023, 6, 1)]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_for_those_who_manage_every_branch_concerned(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var committee = ground.Committee;
        var id = await MovedAsync(ground);
        var (elsewhere, oneBranch) = (committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.Second), committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.OtherBranch));

        (await Correct(ground).RunAsync(elsewhere, new(id, "2023-05-01", "录错"), default)).Refusals.Single().Code.ShouldBe("person.absent");
        (await TakeBack(ground).RunAsync(elsewhere, new(id, "录错"), default)).Refusals.Single().Code.ShouldBe("person.absent");
        (await TakeBack(ground).RunAsync(oneBranch, new(id, "录错"), default)).Refusals.Single().Message.ShouldStartWith("这一步涉及的支部已经撤销，或不在您管理的范围内。");

        (await ground.AllAsync<Membership>()).Count.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Waits_for_the_seat_that_rests_on_a_move_and_that_seat_can_be_taken_back(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var committee = ground.Committee;
        var id = await MovedAsync(ground);
        var term = (await ground.Register.RunAsync(committee.Lead, new(committee.OtherBranch.Id, "1", "2025-01-01", ""), default)).Value;
        await ground.Take.RunAsync(committee.Lead, new(term, "G1", PartyRole.Secretary, SeatKind.Elected, ""), default);
        var post = (await ground.AllAsync<PartyPost>()).Single().Id;

        (await TakeBack(ground).RunAsync(committee.Lead, new(id, "录错"), default)).Refusals.Single().Message.ShouldBe("此人之后已在甲局第二党支部任党内职务。请先在那里的委员会页面撤销任职或免职。");
        var remove = new TakeBackPartyPost(ground.Database.UnitOfWork, clock);
        (await remove.RunAsync(committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.Second), new(term, post, 0, "录错"), default)).Refusals.Single().Code.ShouldBe("term.absent");
        (await remove.RunAsync(committee.Lead, new(term, post, 0, ""), default)).Refusals.Single().Message.ShouldBe("请写明事由。");
        (await remove.RunAsync(committee.Lead, new(term, post, 0, "录错"), default)).Refusals.ShouldBeEmpty();

        (await ground.AllAsync<PartyPost>()).ShouldBeEmpty();
        (await ground.EntriesAsync("party-post.taken-back")).ShouldBe(1);
        (await TakeBack(ground).RunAsync(committee.Lead, new(id, "录错"), default)).Refusals.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Makes_a_term_due_again_when_its_years_are_over(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var committee = ground.Committee;
        var term = (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "1", "2024-03-01", ""), default)).Value;
        var back = new TakeBackExtension(ground.Database.UnitOfWork, clock);
        (await back.RunAsync(committee.Lead, new(term, "录错"), default)).Refusals.Single().Message.ShouldBe("本届没有登记延期或提前的批准，没有可以撤销的。");
        (await ground.Reschedule.RunAsync(committee.Lead, new(term, "2027-09-01", "示范工委", "工委〔2026〕1 号"), default)).Refusals.ShouldBeEmpty();

        (await back.RunAsync(committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.Second), new(term, "录错"), default)).Refusals.Single().Code.ShouldBe("term.absent");
        (await back.RunAsync(committee.Lead, new(term, "登记到了别的支部"), default)).Refusals.ShouldBeEmpty();

        var current = (await ground.AllAsync<CommitteeTerm>()).Single();
        (current.DueDay, current.Approver, current.ApprovalDocument).ShouldBe((new(2027, 3, 1), "", ""));
        (await ground.EntriesAsync("term.extension-taken-back")).ShouldBe(1);
    }

    public void Dispose() => database?.Dispose();

    private CorrectMove Correct(PeopleGround ground) => new(ground.Database.UnitOfWork, clock);

    private TakeBackMove TakeBack(PeopleGround ground) => new(ground.Database.UnitOfWork, clock);

    private static async Task<Guid> MovedAsync(PeopleGround ground)
    {
        var id = await ground.MemberAsync("G1", from: "2020-01-01");
        (await ground.Move.RunAsync(ground.Committee.Lead, new(id, MembershipKind.Transferred, "P1B2", "2023-06-01", "介绍信 1 号"), default)).Refusals.ShouldBeEmpty();
        return id;
    }

    private static async Task<List<string>> OnAsync(PeopleGround ground, Unit branch, DateOnly day) =>
        [.. (await new BranchMembersQuery(ground.Database.UnitOfWork).FindAsync(ground.Committee.Lead, branch.Id, day, default))!.Rows.Select(r => r.StaffCode)];

    private async Task<PeopleGround> StartAsync(DatabaseKind kind) => await PeopleGround.StartAsync(database = new TestDatabase(kind), clock);
}
