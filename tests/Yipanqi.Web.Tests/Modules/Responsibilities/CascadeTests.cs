using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class CascadeTests
{
    private static readonly CascadeQuery.Span Third = CascadeQuery.Span.Read("2026Q3", default);

    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tells_at_which_level_a_duty_was_not_adopted_not_done_not_accepted(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var gaps = new List<CoverageRow.Gap>();
        var branch = await ground.OfAsync(ground.Committee.Branch, "2026M09");

        gaps.Add(await GapAsync());
        await ground.Claim.RunAsync(ground.Secretary, branch.Id, default);
        gaps.Add(await GapAsync());
        await ground.Complete.RunAsync(ground.Secretary, new(branch.Id, 1, "办结", "", null), default);
        gaps.Add(await GapAsync());
        await ground.AcceptAsync(ground.Office, "", [branch.Id]);
        gaps.Add(await GapAsync());

        gaps.ShouldBe([CoverageRow.Gap.NotAdopted, CoverageRow.Gap.NotDone, CoverageRow.Gap.NotAccepted, CoverageRow.Gap.None]);
        var row = (await ground.Cascade.CoverageAsync(ground.Lead, Third, new Picked(), default)).Rows.Single();
        row.Cells.Select(c => c.Gap).ShouldBe([CoverageRow.Gap.NotAdopted, CoverageRow.Gap.NoDuty, CoverageRow.Gap.NotAdopted, CoverageRow.Gap.NoDuty]);
        row.Cells[2].Count.ShouldBe(new CoverageCount(2, 1, 1, 1));
        var below = await ground.Cascade.CoverageAsync(ground.Lead, Third, Picked.Of(ground.Committee.Branch.Code), default);
        (below.Unit!.Name, below.Rows.Single().Cells[2].Count).ShouldBe((ground.Committee.Branch.Name, new CoverageCount(1, 1, 1, 1)));
        (await ground.Cascade.CoverageAsync(ground.Office, Third, Picked.Of("P2"), default)).Fault.ShouldNotBeNull();

        async Task<CoverageRow.Gap> GapAsync() => (await ground.Cascade.CoverageAsync(ground.Secretary, Third, new Picked(), default)).Rows.Single().Cells[2].Gap;
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_what_was_accepted_in_time_by_level_below_a_unit(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var branch = await ground.OfAsync(ground.Committee.Branch, "2026M09");
        await ground.Complete.RunAsync(ground.Secretary, new(branch.Id, 0, "逾期才办", "", null), default);
        await ground.AcceptAsync(ground.Office, "", [branch.Id]);
        var october = await ground.OfAsync(ground.Committee.Branch, "2026M10");
        await ground.Complete.RunAsync(ground.Secretary, new(october.Id, 0, "按期办", "", null), default);
        await ground.AcceptAsync(ground.Office, "", [october.Id]);
        clock.Advance(TimeSpan.FromDays(30));

        var late = await ground.Cascade.TransmissionAsync(ground.Lead, Third, new Picked(), default);
        var fourth = await ground.Cascade.TransmissionAsync(ground.Lead, CascadeQuery.Span.Read("2026Q4", default), Picked.Of("P1"), default);
        var outside = await ground.Cascade.TransmissionAsync(ground.Office, Third, Picked.Of("P2"), default);

        late.Counts.Select(c => (c.Due, c.OnTime)).ShouldBe([(2, 0), (0, 0), (2, 0), (0, 0)]);
        (fourth.Unit!.Name, fourth.Counts[2].Due, fourth.Counts[2].OnTime).ShouldBe(("甲局机关党委", 2, 1));
        fourth.Coefficient.ShouldBeNull();
        (outside.Unit, outside.Fault is null).ShouldBe((null, false));
        outside.Counts[0].Due.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_out_what_was_exempted(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var branch = await ground.OfAsync(ground.Committee.Branch, "2026M09");
        await ground.Ask.RunAsync(ground.Secretary, new(branch.Id, RequestKind.Exemption, null, "支部整体抽调"), default);
        await ground.Answer.RunAsync(ground.Office, new(branch.Id, 1, true, ""), default);

        var chain = await ground.Cascade.TransmissionAsync(ground.Lead, Third, new Picked(), default);

        chain.Counts[2].Due.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_out_days_of_a_year_without_calendar(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1", frequency: "每年", due: "期末后10个工作日"));
        (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Value.Provisional.ShouldBe(1);
        clock.Advance(TimeSpan.FromDays(120));
        var span = CascadeQuery.Span.Read("2027Q1", default);

        var waiting = await ground.Cascade.TransmissionAsync(ground.Lead, span, new Picked(), default);
        var missedWaiting = await MissedAsync();
        await ground.SaveAsync(db => db.Set<Obligation>().ExecuteUpdateAsync(s => s.SetProperty(o => o.IsProvisional, false)));
        var counted = await ground.Cascade.TransmissionAsync(ground.Lead, span, new Picked(), default);

        waiting.Counts.Sum(c => c.Due).ShouldBe(0);
        missedWaiting.ShouldBe(0);
        counted.Counts.Sum(c => c.Due).ShouldBe(2);
        (await MissedAsync()).ShouldBe(2);

        async Task<int> MissedAsync() =>
            (await ground.Obligations.PageAsync(ground.Lead, ObligationFilter.Read(name => name == "outcome" ? ObligationFilter.Missed : null), 1, default)).List.Rows.Count;
    }

    [Theory, InlineData("2026Q1", 1, 3), InlineData("2026Q4", 10, 12), InlineData("nonsense", 10, 12), InlineData(null, 10, 12), InlineData("2026Q9", 10, 12)]
    public void Reads_a_quarter_or_takes_that_of_today(string? text, int first, int last)
    {
        var span = CascadeQuery.Span.Read(text, new DateOnly(2026, 11, 5));

        (span.First.Month, span.Last.Month).ShouldBe((first, last));
    }

    private async Task<DutiesGround> StartAsync(TestDatabase database)
    {
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("G-1", "党组", "每季度"), DutiesGround.Fields("B-1", parent: "G-1"));
        (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Refusals.ShouldBeEmpty();
        return ground;
    }
}
