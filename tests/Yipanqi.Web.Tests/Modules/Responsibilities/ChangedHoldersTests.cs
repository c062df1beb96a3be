using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

/// <summary>What becomes of obligations when members come, go and move, units are founded and closed, and lists change. It is 12 October 2026.</summary>
public sealed class ChangedHoldersTests
{
    private static readonly DateOnly October = new(2026, 10, 10);

    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_who_came_and_no_more_who_left_though_as_many_are_there(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var (ground, left) = await StartAsync(database, "每月");
        await EndAsync(ground, left, October);
        var came = await ground.MemberAsync(ground.Committee.Branch, "M2");

        var (settled, added) = await RunAsync(ground);

        added.ShouldBe(4);
        settled.Ended.ShouldBe(3);
        (await OfAsync(ground, came)).ShouldAllBe(o => o.State == ObligationState.Open);
        (await OfAsync(ground, left)).ConvertAll(o => (o.PeriodKey, o.State)).ShouldBe(
            [("2026M09", ObligationState.Open), ("2026M10", ObligationState.Ended), ("2026M11", ObligationState.Ended), ("2026M12", ObligationState.Ended)]);
        (await ground.JournalAsync("obligation.ended")).Single().Detail.ShouldContain("\"count\":3");
        await StaysAsync(ground);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Moves_what_is_to_be_done_with_the_member_and_asks_nothing_twice(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var (ground, member) = await StartAsync(database, "每月");
        var reported = (await OfAsync(ground, member)).Single(o => o.PeriodKey == "2026M11");
        await ground.SaveAsync(async db => (await db.Set<Obligation>().SingleAsync(o => o.Id == reported.Id)).Complete("提前办结", member, October));

        await MoveAsync(ground, member, ground.Committee.OtherBranch, October);
        await RunAsync(ground);

        var (here, there) = (ground.Committee.OtherBranch.Id, ground.Committee.Branch.Id);
        (await LiveAsync()).ShouldBe([("2026M09", there), ("2026M10", here), ("2026M11", there), ("2026M12", here)]);
        await StaysAsync(ground);

        await MoveAsync(ground, member, ground.Committee.Branch, October.AddDays(1));
        var (settled, added) = await RunAsync(ground);

        (settled.Ended, settled.Reopened, added).ShouldBe((2, 2, 0));
        (await LiveAsync()).ShouldBe([("2026M09", there), ("2026M10", there), ("2026M11", there), ("2026M12", there)]);
        await StaysAsync(ground);

        async Task<List<(string, Guid)>> LiveAsync() => [.. (await OfAsync(ground, member)).Where(o => o.State != ObligationState.Ended).Select(o => (o.PeriodKey, o.UnitId))];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_a_unit_founded_late_for_nothing_due_before(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1"), DutiesGround.Fields("B-2", frequency: "每季度"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        var founded = await FoundAsync(ground, "P1B3", October);

        (await RunAsync(ground)).Added.ShouldBe(3 + 1);

        (await ground.AllAsync()).Where(o => o.UnitId == founded).ShouldAllBe(o => o.DueDay >= October);
        await StaysAsync(ground);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_all_founded_on_different_days_when_a_duty_is_new(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var (early, late) = (await FoundAsync(ground, "P1B3", new DateOnly(2026, 9, 15)), await FoundAsync(ground, "P1B4", new DateOnly(2026, 12, 1)));
        await ground.ListAsync("X", DutiesGround.Fields("B-1"));

        (await RunAsync(ground)).Added.ShouldBe(4 + 4 + 4 + 1);

        var counts = (await ground.AllAsync()).CountBy(o => o.UnitId).ToDictionary();
        (counts[early], counts[late]).ShouldBe((4, 1));
        await StaysAsync(ground);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Begins_again_what_a_closing_ended_that_was_taken_back(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        var asked = await ground.OfAsync(ground.Committee.OtherBranch, "2026M11");
        await ground.SaveAsync(async db => (await db.Set<Obligation>().SingleAsync(o => o.Id == asked.Id)).Ask(RequestKind.Exemption, null, "理由", ground.Secretary.PersonId));
        var before = UnitState.Of(ground.Committee.OtherBranch);
        await UnitAsync(unit => unit.Close(October));
        (await RunAsync(ground)).Settled.Ended.ShouldBe(3);
        (await ground.OneAsync(asked.Id)).ShouldSatisfyAllConditions(o => o.Request.ShouldBeNull(), o => o.Decision.ShouldBe("单位已撤销。"));

        await UnitAsync(unit => unit.Reopen(before));
        var (settled, added) = await RunAsync(ground);

        (settled.Ended, settled.Reopened, added).ShouldBe((0, 3, 0));
        (await ground.AllAsync()).ShouldAllBe(o => o.State == ObligationState.Open && o.Decision == "");
        await StaysAsync(ground);

        Task UnitAsync(Action<Unit> change) => ground.SaveAsync(async db => change(await db.Set<Unit>().SingleAsync(u => u.Id == ground.Committee.OtherBranch.Id)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ends_what_a_unit_of_another_kind_or_without_its_link_is_asked_no_more_and_begins_it_again(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("A-1", level: "党组"), DutiesGround.Fields("B-1"), DutiesGround.Fields("C-1", level: "机关党委"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        var (branch, group) = (ground.Committee.OtherBranch, ground.Committee.FirstOrgan);
        await TurnAsync(branch, "机关党委");
        await ground.SaveAsync(async db => db.RemoveRange(await db.Set<UnitLink>().Where(l => l.AdministrativeUnitId == group.Id).ToListAsync()));

        var (settled, added) = await RunAsync(ground);

        settled.Ended.ShouldBe(3 + 3, "October to December of both; September was theirs");
        added.ShouldBe(4, "as a committee it is asked for what committees do");
        (await StatesAsync(branch, DutyLevel.Branch)).ShouldBe([ObligationState.Open, ObligationState.Ended, ObligationState.Ended, ObligationState.Ended]);
        (await StatesAsync(group, DutyLevel.PartyGroup)).ShouldBe([ObligationState.Open, ObligationState.Ended, ObligationState.Ended, ObligationState.Ended]);
        (await ground.AllAsync()).Where(o => o.State == ObligationState.Ended).Select(o => o.Decision).Distinct().ShouldBe(["单位类别已变，不再承担这一层的责任。", "已没有机关党委与它对应。"], ignoreOrder: true);
        await StaysAsync(ground);

        await TurnAsync(branch, "党支部");
        await ground.SaveAsync(db => Task.FromResult(db.Add(UnitLink.Between(ground.Committee.First, group))));
        (settled, _) = await RunAsync(ground);

        settled.Reopened.ShouldBe(6);
        (await StatesAsync(branch, DutyLevel.Branch)).ShouldAllBe(s => s == ObligationState.Open);
        (await StatesAsync(group, DutyLevel.PartyGroup)).ShouldAllBe(s => s == ObligationState.Open);
        (await StatesAsync(branch, DutyLevel.PartyCommittee)).ShouldBe([ObligationState.Open, ObligationState.Ended, ObligationState.Ended, ObligationState.Ended]);
        await StaysAsync(ground);

        Task TurnAsync(Unit unit, string to) =>
            ground.SaveAsync(async db => (await db.Set<Unit>().SingleAsync(u => u.Id == unit.Id)).Describe(unit.Name, unit.ShortName, to, 0, ""));
        async Task<List<ObligationState>> StatesAsync(Unit unit, DutyLevel level) =>
            [.. (await ground.AllAsync()).Where(o => o.UnitId == unit.Id && o.Level == level).OrderBy(o => o.DueDay).Select(o => o.State)];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ends_what_a_newer_list_asks_for_no_more_from_its_day_and_what_it_asks_for_in_another_rhythm(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var first = await ground.ListAsync("X", DutiesGround.Fields("B-1"), DutiesGround.Fields("B-2"), DutiesGround.Fields("B-3"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        await NextAsync(ground, first, new DateOnly(2026, 11, 1), async draft =>
        {
            (await ground.Remove.RunAsync(ground.Officer, draft, "B-2", default)).Refusals.ShouldBeEmpty();
            (await ground.Write.RunAsync(ground.Officer, new(draft, await ground.VersionAsync(draft), "B-3", DutiesGround.Fields("B-3", frequency: "每季度")), default)).Refusals.ShouldBeEmpty();
        });

        var (settled, added) = await RunAsync(ground);

        // Of two branches: November and December of two duties end, the last quarter of one begins.
        (settled.Ended, added).ShouldBe((2 * 2 * 2, 2));
        var ended = (await ground.AllAsync()).Where(o => o.State == ObligationState.Ended).ToList();
        ended.ShouldAllBe(o => o.DutyCode != "B-1" && o.DueDay >= new DateOnly(2026, 11, 1) && o.Decision == "新版清单不再要求。");
        await StaysAsync(ground);
    }

    [Fact]
    public void A_duty_asked_for_again_lapses_between()
    {
        var lapse = new DutyLapses.Lapse(Guid.NewGuid(), new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 1));

        new[] { new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 1) }.Select(lapse.Holds).ShouldBe([false, true, true, false]);
        (lapse with { Until = null }).Holds(new DateOnly(2030, 1, 1)).ShouldBeTrue();
    }

    private async Task<(DutiesGround Ground, Guid Member)> StartAsync(TestDatabase database, string frequency)
    {
        var ground = await DutiesGround.StartAsync(database, clock);
        var member = await ground.MemberAsync(ground.Committee.Branch, "M1");
        await ground.ListAsync("X", DutiesGround.Fields("M-1", "党员", frequency));
        (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Value.Added.ShouldBe(4);
        return (ground, member);
    }

    // As the daily job does: first what is there, then what lacks.
    private static async Task<(SettleObligations.Answer Settled, long Added)> RunAsync(DutiesGround ground) => (
        (await ground.Settle.RunAsync(ground.Committee.TenantId, default)).Value, (await ground.Generate.RunAsync(ground.Committee.TenantId, null, 2026, default)).Value.Added);

    private static async Task StaysAsync(DutiesGround ground) => (await RunAsync(ground)).ShouldBe((new SettleObligations.Answer(0, 0, 0), 0));

    private static async Task<List<Obligation>> OfAsync(DutiesGround ground, Guid personId) => [.. (await ground.AllAsync()).Where(o => o.PersonId == personId).OrderBy(o => o.PeriodKey)];

    private static async Task<Guid> FoundAsync(DutiesGround ground, string code, DateOnly day)
    {
        var unit = Unit.New(ground.Committee.TenantId, code, $"甲局{code}党支部", Track.Party, ground.Committee.First);
        unit.Describe(unit.Name, unit.Name, "党支部", 3, "");
        unit.Found(day);
        await ground.SaveAsync(db => Task.FromResult(db.Add(unit)));
        return unit.Id;
    }

    private static Task EndAsync(DutiesGround ground, Guid personId, DateOnly day) => ground.SaveAsync(async db =>
        (await db.Set<Membership>().SingleAsync(m => m.PersonId == personId && m.ToDay == null)).End(await db.Set<PersonDetail>().SingleAsync(d => d.PersonId == personId), day, MembershipKind.TransferredOut, ""));

    private static async Task MoveAsync(DutiesGround ground, Guid personId, Unit branch, DateOnly day)
    {
        await EndAsync(ground, personId, day);
        await ground.SaveAsync(async db => db.Add(Membership.Begin(await db.Set<PersonDetail>().SingleAsync(d => d.PersonId == personId), branch.Id, day, MembershipKind.Transferred, "")));
    }

    private static async Task NextAsync(DutiesGround ground, Guid version, DateOnly effective, Func<Guid, Task> write)
    {
        var draft = (await ground.Draft.RunAsync(ground.Officer, version, default)).Value;
        await write(draft);
        (await ground.Submit.RunAsync(ground.Officer, new(draft, "调整"), default)).Refusals.ShouldBeEmpty();
        (await ground.Review.RunAsync(ground.Lead, new(draft, await ground.VersionAsync(draft), true, ""), default)).Refusals.ShouldBeEmpty();
        (await ground.Publish.RunAsync(ground.Officer, new(draft, effective), default)).Refusals.ShouldBeEmpty();
    }
}
