using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Structure;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class PartyPostTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_for_full_members_of_the_organisation_with_one_secretary_and_no_post_twice(DatabaseKind kind)
    {
        var ground = await PeopleGround.StartAsync(database = new TestDatabase(kind), clock);
        var committee = ground.Committee;
        await ground.MembersAsync(3);
        await ground.MemberAsync("Y1", status: "预备党员");
        await ground.MemberAsync("Z1", "P1B2");
        var term = (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "1", "2025-03-01", ""), default)).Value;

        (await TakeAsync("P1B1-01", PartyRole.Secretary)).ShouldBeNull();
        (await TakeAsync("P1B1-01", PartyRole.DeputySecretary)).ShouldBe("此人这段时间已任书记，不能再任副书记。书记、副书记可以兼一项分工，一人可以兼几项分工。");
        (await TakeAsync("P1B1-01", PartyRole.Member)).ShouldNotBeNull().ShouldStartWith("此人这段时间已任书记，不能再任委员。");
        (await TakeAsync("P1B1-02", PartyRole.Secretary)).ShouldBe("本届这一天已有书记。请先免去原书记，或改任职日期。");
        (await TakeAsync("Y1", PartyRole.Publicity)).ShouldBe("预备党员不能任职：《中国共产党基层组织选举工作条例》第五条：预备党员没有表决权、选举权和被选举权。");
        (await TakeAsync("Z1", PartyRole.Publicity)).ShouldBe("本组织的党员里没有工号或姓名为“Z1”的人。");
        var post = (await ground.AllAsync<PartyPost>()).Single();
        (await ground.Leave.RunAsync(committee.Lead, new(term, post.Id, 0, "2026-05-01"), default)).IsDone.ShouldBeTrue();
        (await ground.Take.RunAsync(committee.Lead, new(term, "P1B1-02", PartyRole.Secretary, SeatKind.ByElection, "2026-06-01"), default)).IsDone.ShouldBeTrue();
        (await ground.Take.RunAsync(committee.FirstOfficer with { Grants = [] }, new(term, "P1B1-03", PartyRole.Member, SeatKind.Elected, ""), default)).Refusals.Single().Code.ShouldBe("term.absent");

        async Task<string?> TakeAsync(string person, PartyRole role) =>
            (await ground.Take.RunAsync(committee.Lead, new(term, person, role, SeatKind.Elected, ""), default)).Refusals.SingleOrDefault()?.Message;
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Count_a_person_with_two_of_them_once(DatabaseKind kind)
    {
        var (ground, term) = await PeopleGround.TwiceElectedAsync(database = new TestDatabase(kind), clock);
        async Task<string?> TakeAsync(PartyRole role) =>
            (await ground.Take.RunAsync(ground.Committee.Lead, new(term, "P1B1-02", role, SeatKind.Elected, ""), default)).Refusals.SingleOrDefault()?.Message;

        (await TakeAsync(PartyRole.Organisation)).ShouldBeNull();
        (await TakeAsync(PartyRole.Discipline)).ShouldBeNull("who is in charge of organisation may also be of discipline");
        (await TakeAsync(PartyRole.Discipline)).ShouldBe("此人这段时间已任这一职务。");

        var view = (await ground.Terms.FindAsync(ground.Committee.Lead, ground.Committee.Branch.Id, default))!;
        (view.Holders.Count, view.Current!.Held).ShouldBe((3, 2));
        var check = await new StructureQuery(ground.Database.UnitOfWork, clock).FindAsync(ground.Committee.Lead, ground.Committee.Branch.Id, default);
        check!.Unit.Term!.Holders.ShouldBe([PartyRole.Secretary, PartyRole.Organisation], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_corrected_by_the_rules_of_new_ones(DatabaseKind kind)
    {
        var (ground, term) = await PeopleGround.TwiceElectedAsync(database = new TestDatabase(kind), clock);
        var committee = ground.Committee;
        (await ground.Take.RunAsync(committee.Lead, new(term, "P1B1-02", PartyRole.Organisation, SeatKind.ByElection, "2026-05-01"), default)).Refusals.ShouldBeEmpty();
        var seat = (await ground.AllAsync<PartyPost>()).Single(p => p.TermId == term && p.Role == PartyRole.Organisation);
        async Task<string?> FaultAsync(PartyRole role, string from, string to = "", string reason = "录错", int version = 0) =>
            (await ground.CorrectPost.RunAsync(committee.Lead, new(term, seat.Id, version, role, SeatKind.Appointed, from, to, reason), default)).Refusals.FirstOrDefault()?.Message;

        (await FaultAsync(PartyRole.Secretary, "2026-05-01")).ShouldBe("本届这一天已有书记。请先免去原书记，或改任职日期。");
        (await FaultAsync(0, "2026-05-01")).ShouldBe("请选择职务和产生方式。");
        (await FaultAsync(PartyRole.Publicity, "2025-05-01")).ShouldBe("任职日期要在本届选举的 2026-02-01 和今天之间。");
        (await FaultAsync(PartyRole.Publicity, "2026-05-01", "2026-04-30")).ShouldBe("最后在任日期要在任职日期和今天之间；还在任的不填。");
        (await FaultAsync(PartyRole.Publicity, "2026-05-01", reason: "")).ShouldBe("请写明事由。");
        (await FaultAsync(PartyRole.Publicity, "2026-05-01", version: 3)).ShouldBe("没有保存。刚才有人改过这一届，请看了现在的内容再办。");
        var elsewhere = committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.Second);
        (await ground.CorrectPost.RunAsync(elsewhere, new(term, seat.Id, 0, PartyRole.Publicity, SeatKind.Appointed, "2026-05-01", "", "录错"), default)).Refusals.Single().Code.ShouldBe("term.absent");
        (await ground.AllAsync<PartyPost>()).Single(p => p.Id == seat.Id).ShouldSatisfyAllConditions(p => p.Role.ShouldBe(PartyRole.Organisation), p => p.Version.ShouldBe(0));

        (await FaultAsync(PartyRole.Publicity, "2026-06-01", "2026-06-30")).ShouldBeNull();

        var mended = (await ground.AllAsync<PartyPost>()).Single(p => p.Id == seat.Id);
        (mended.Role, mended.BeganBy, mended.FromDay, mended.ToDay, mended.Version).ShouldBe((PartyRole.Publicity, SeatKind.Appointed, new(2026, 6, 1), new(2026, 6, 30), 1));
        (await ground.EntriesAsync("party-post.corrected")).ShouldBe(1);
        (await FaultAsync(PartyRole.Publicity, "2026-06-01", "", version: 1)).ShouldBeNull("still a member, so the post may run on");
    }

    [Fact]
    public async Task Do_not_run_on_for_somebody_who_is_a_member_elsewhere()
    {
        var (ground, term) = await PeopleGround.TwiceElectedAsync(database = new TestDatabase(DatabaseKind.Sqlite), clock);
        var committee = ground.Committee;
        (await ground.Take.RunAsync(committee.Lead, new(term, "P1B1-02", PartyRole.Organisation, SeatKind.ByElection, "2026-05-01"), default)).Refusals.ShouldBeEmpty();
        var seat = (await ground.AllAsync<PartyPost>()).Single(p => p.TermId == term && p.Role == PartyRole.Organisation);
        (await ground.Move.RunAsync(committee.Lead, new(seat.PersonId, MembershipKind.Transferred, "P1B2", "2026-06-01", ""), default)).Refusals.ShouldBeEmpty();
        async Task<string?> FaultAsync(string to) =>
            (await ground.CorrectPost.RunAsync(committee.Lead, new(term, seat.Id, 1, PartyRole.Organisation, SeatKind.Elected, "2026-05-01", to, "录错"), default)).Refusals.SingleOrDefault()?.Message;

        (await FaultAsync("")).ShouldBe("此人已不是本组织的正式党员，任职不能晚于原登记的 2026-05-31 结束。");
        (await FaultAsync("2026-06-01")).ShouldNotBeNull();
        (await FaultAsync("2026-05-20")).ShouldBeNull();
    }

    public void Dispose() => database?.Dispose();
}
