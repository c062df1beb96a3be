using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class MoveMemberTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Moves_a_member_between_branches_and_shows_each_as_it_was_on_a_day(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.MemberAsync("G1", from: "2020-01-01");

        await MoveAsync(ground, id, MembershipKind.Transferred, "P1B2", "2023-06-01");
        await MoveAsync(ground, id, MembershipKind.TransferredOut, "", "2024-01-01");
        await MoveAsync(ground, id, MembershipKind.TransferredIn, "P1B1", "2025-01-01");

        (await OnAsync(ground, ground.Committee.Branch, new(2023, 5, 31))).ShouldBe(["G1"]);
        (await OnAsync(ground, ground.Committee.Branch, new(2023, 6, 1))).ShouldBeEmpty();
        (await OnAsync(ground, ground.Committee.OtherBranch, new(2023, 12, 31))).ShouldBe(["G1"]);
        (await OnAsync(ground, ground.Committee.OtherBranch, new(2024, 1, 1))).ShouldBeEmpty();
        var stays = (await ground.Person.FindAsync(ground.Committee.Lead, id, default))!.Stays;
        stays.Select(s => (s.FromDay.Year, s.ToDay?.Year, s.BeganBy, s.EndedBy)).ShouldBe(
        [
            (2025, null, MembershipKind.TransferredIn, null),
            (2023, 2023, MembershipKind.Transferred, MembershipKind.TransferredOut),
            (2020, 2023, MembershipKind.Registered, MembershipKind.Transferred),
        ]);
        foreach (var (later, earlier) in stays.Zip(stays.Skip(1)))
        {
            later.FromDay.ShouldBeGreaterThan(earlier.ToDay!.Value);
        }
    }

    public static TheoryData<MembershipKind, string, string, string> Faults => new()
    {
        { MembershipKind.Transferred, "P1B2", "2020-01-01", "日期要晚于进入现在支部的 2020-01-01。" },
        { MembershipKind.Transferred, "P1B2", "2026-10-13", "日期不能晚于今天。" },
        { MembershipKind.Transferred, "P1B2", "", "日期没有填。" },
        { MembershipKind.Transferred, "P1B1", "2024-01-01", "此人已经在这个支部。" },
        { MembershipKind.Transferred, "没有", "2024-01-01", "您管理的范围里没有编码或名称为“没有”的党支部。" },
        { MembershipKind.Transferred, "P1", "2024-01-01", "“甲局机关党委”是机关党委，党员要编入党支部。请填支部的编码。" },
        { MembershipKind.TransferredIn, "P1B2", "2024-01-01", "此人现在有组织关系，不能再转入。请办理转接。" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Refuses_overlaps_and_wrong_branches_and_changes_nothing(MembershipKind kind, string branch, string day, string message)
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var id = await ground.MemberAsync("G1", from: "2020-01-01");

        var outcome = await ground.Move.RunAsync(ground.Committee.Lead, new(id, kind, branch, day, ""), default);

        outcome.Refusals.Select(r => r.Message).ShouldContain(message);
        (await ground.AllAsync<Membership>()).Single().ToDay.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lets_one_of_two_moves_at_once_win(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.MemberAsync("G1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            ground.Move.RunAsync(ground.Committee.Lead, new(id, MembershipKind.Transferred, "P1B2", $"2024-01-0{i + 1}", ""), default)));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        (await ground.AllAsync<Membership>()).Count(m => m.ToDay is null).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ends_posts_of_the_branch_left_and_keeps_those_above_the_new_one(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var committee = ground.Committee;
        var id = await ground.MemberAsync("G1");
        var branchTerm = (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "1", "2025-01-01", ""), default)).Value;
        var partyTerm = (await ground.Register.RunAsync(committee.Lead, new(committee.First.Id, "1", "2025-01-01", ""), default)).Value;
        await ground.Take.RunAsync(committee.Lead, new(branchTerm, "G1", PartyRole.Secretary, SeatKind.Elected, ""), default);
        await ground.Take.RunAsync(committee.Lead, new(partyTerm, "G1", PartyRole.Member, SeatKind.Elected, ""), default);

        await MoveAsync(ground, id, MembershipKind.Transferred, "P1B2", "2026-03-01");

        (await ground.AllAsync<PartyPost>()).Select(p => (p.Role, p.ToDay)).ShouldBe([(PartyRole.Secretary, new DateOnly(2026, 2, 28)), (PartyRole.Member, null)], ignoreOrder: true);
    }

    public void Dispose() => database?.Dispose();

    private static async Task MoveAsync(PeopleGround ground, Guid id, MembershipKind kind, string branch, string day)
    {
        // After a transfer out only the administrative unit keeps the person in sight.
        var outcome = await ground.Move.RunAsync(ground.Committee.Lead, new(id, kind, branch, day, "介绍信 1 号"), default);
        outcome.Refusals.ShouldBeEmpty();
    }

    private static async Task<List<string>> OnAsync(PeopleGround ground, Unit branch, DateOnly day) =>
        [.. (await new BranchMembersQuery(ground.Database.UnitOfWork).FindAsync(ground.Committee.Lead, branch.Id, day, default))!.Rows.Select(r => r.StaffCode)];

    private async Task<PeopleGround> StartAsync(DatabaseKind kind) => await PeopleGround.StartAsync(database = new TestDatabase(kind), clock);
}
