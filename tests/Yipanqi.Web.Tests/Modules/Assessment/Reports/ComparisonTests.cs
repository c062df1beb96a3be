using System.Net;
using System.Text;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;
using static Yipanqi.Web.Tests.Modules.Assessment.Reports.ReportGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Reports;

public sealed class ComparisonTests
{
    private const double Exact = 1e-9;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_neither_another_subtree_nor_another_committee(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var c = made.Ground.Committee;
        var other = await Committee.FoundAsync(made.Ground.Database, made.Ground.Clock, "other");
        var spy = other.Lead with { Grants = [.. other.Lead.Grants, .. made.Lead.Grants] };

        (await made.Comparison.FindAsync(made.Office, c.Second.Id, Q2, Q3, default)).ShouldBeNull();
        (await made.Comparison.FindAsync(made.Office, c.First.Id, Q2, Q3, default)).ShouldNotBeNull();
        (await made.Comparisons.FindAsync(made.Office, All(), 1, default))!.Page.Rows.Select(r => r.Code).ShouldBe(["P1"]);
        (await made.Comparison.FindAsync(spy, c.First.Id, Q2, Q3, default)).ShouldBeNull();
        (await made.Comparisons.FindAsync(spy, All(), 1, default)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Splits_the_change_over_the_items_so_that_they_add_up_to_it(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);

        var view = (await made.Comparison.FindAsync(made.Lead, made.Ground.Committee.First.Id, Q2, Q3, default))!;

        view.State.ShouldBe(ComparisonState.Exact);
        view.Change.ShouldNotBeNull().ShouldBe(-30, Exact);
        view.Items.Sum(i => i.Total).ShouldBe(view.Change!.Value, Exact);
        view.Items.Select(i => (i.Code, Math.Round(i.Value, 9), i.Weight, i.Coverage)).ShouldBe([("B1", -15, 0, 0), ("P1", -7.5, 0, 0), ("P2", -7.5, 0, 0)]);
        view.Shift.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_bonus_and_deduction_as_a_part_of_their_own(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        await made.Ground.MoveAsync(Q3, QuarterState.Correcting, "补登加分。");
        var id = (await new EnterAdjustment(made.UnitOfWork, made.Ground.Clock).RunAsync(made.Officer, new(Q3, Picked.Of("P1"), AdjustmentKind.Bonus, "1.5", "全市表扬。", "示工〔2026〕7号"), default)).Value;
        (await new ConfirmAdjustment(made.UnitOfWork, made.Ground.Clock).RunAsync(made.Lead, id, default)).Refusals.ShouldBeEmpty();
        await made.Ground.RunAndPublishAsync(Q3, made.SchemeId, "补登加分。");

        var view = (await made.Comparison.FindAsync(made.Lead, made.Ground.Committee.First.Id, Q2, Q3, default))!;

        view.Adjusted.ShouldBe(1.5, Exact);
        view.Explained.ShouldBe(view.Change!.Value, Exact);
        view.Items.Sum(i => i.Total).ShouldBe(view.Change.Value - 1.5, Exact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tells_what_was_there_in_one_quarter_only(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var last = (await made.Comparisons.FindAsync(made.Lead, All(), 1, default))!.Page.Rows.Single(r => r.Code == "P6");

        var view = (await made.Comparison.FindAsync(made.Lead, last.UnitId, Q2, Q3, default))!;

        var item = view.Items.Single(i => i.IsInOneOnly);
        (item.Code, item.Before.Absence, item.After.Absence).ShouldBe(("P2", AbsenceReason.NotDue, AbsenceReason.None));
        item.Value.ShouldBe(0, Exact);
        view.Items.Sum(i => i.Total).ShouldBe(view.Change!.Value, Exact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Compares_across_schemes_and_tells_weights_from_figures(DatabaseKind kind)
    {
        var small = SmallScheme();
        var later = small with { Nodes = [.. small.Nodes.Select(n => n.Code == "P1" ? n with { Weight = 3 } : n), Item("P3", "P", PoolOver.Party)] };
        using var made = await TwoQuartersAsync(kind, second: later);

        var view = (await made.Comparison.FindAsync(made.Lead, made.Ground.Committee.First.Id, Q2, Q3, default))!;
        var rows = (await made.Comparisons.FindAsync(made.Lead, All(), 1, default))!.Page.Rows;

        view.State.ShouldBe(ComparisonState.Exact);
        view.Shift.ShouldBe(new SchemeShift(1, 0, 2, true));
        view.Items.Sum(i => i.Total).ShouldBe(view.Change!.Value, Exact);
        view.Items.Single(i => i.Code == "P3").Before.IsInScheme.ShouldBeFalse();
        view.Items.Select(i => i.Code).Order().ShouldBe(["B1", "P1", "P2", "P3"]);
        rows.ShouldAllBe(r => Math.Abs(r.Value!.Value + r.Weight!.Value + r.Coverage!.Value + r.Adjusted!.Value - r.Change!.Value) < Exact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lists_the_deepest_fall_first_with_what_moved_it(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);

        var view = (await made.Comparisons.FindAsync(made.Lead, All(), 1, default))!;
        var byName = (await made.Comparisons.FindAsync(made.Lead, All("name") with { Descending = true }, 1, default))!;
        var named = (await made.Comparisons.FindAsync(made.Lead, All() with { Name = "乙局" }, 1, default))!;

        (view.Page.Rows[0].Code, view.Page.Rows[^1].Code).ShouldBe(("P1", "P2"));
        view.Page.Rows[0].Faller!.Code.ShouldBe("B1");
        view.Page.Rows[0].Riser.ShouldBeNull();
        view.Page.Rows.ShouldAllBe(r => Math.Abs(r.Value!.Value + r.Weight!.Value + r.Coverage!.Value + r.Adjusted!.Value - r.Change!.Value) < Exact);
        byName.Page.Rows.Select(r => r.ShortName).ShouldBe(byName.Page.Rows.Select(r => r.ShortName).OrderDescending(StringComparer.Ordinal));
        named.Page.Rows.Select(r => r.Code).ShouldBe(["P2"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_no_more_commands_for_more_organisations(DatabaseKind kind)
    {
        var few = await CommandsAsync(kind, 4);
        var many = await CommandsAsync(kind, 44);

        many.ShouldBe(few);
        few.Max().ShouldBeLessThanOrEqualTo(17);
    }

    [Fact]
    public async Task Leads_from_the_list_to_the_items_and_every_figure_to_its_origin()
    {
        using var made = await TwoQuartersAsync(DatabaseKind.Sqlite);
        var first = made.Ground.Committee.First.Id;
        using var browser = Browser.Start(made.Ground.Database, made.Ground.Clock);
        await browser.SignInAsync();

        var list = await browser.GetAsync("/assessment/comparison?from=2026Q2&to=2026Q3&tier=all");
        var page = await list.ClickAsync("甲局机关党委");
        var trace = await browser.GetAsync($"/organs/{first}/items/P1?quarter=2026Q2");

        page.Heading.ShouldBe("甲局机关党委：两季对比");
        page.Text.ShouldContain("−30.00");
        page.Texts("//div[@class='y-figure']//tbody/tr").Count.ShouldBe(5);
        page.Document.OuterHtml.ShouldContain($"/organs/{first}/items/P1?quarter=2026Q2");
        page.Document.OuterHtml.ShouldContain($"/organs/{first}?quarter=2026Q3");
        trace.Heading.ShouldStartWith("P1");
        (await browser.GetAsync("/assessment/comparison?from=9999Q9&to=x&sort=-name&page=99")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_downloaded_unrounded()
    {
        using var made = await TwoQuartersAsync(DatabaseKind.Sqlite);
        using var browser = Browser.Start(made.Ground.Database, made.Ground.Clock);
        await browser.SignInAsync();

        var (name, list) = await browser.DownloadAsync("/assessment/comparison/export?from=2026Q2&to=2026Q3&tier=all&format=csv");
        var (_, items) = await browser.DownloadAsync($"/assessment/comparison/{made.Ground.Committee.First.Id}/export?from=2026Q2&to=2026Q3&format=csv");

        name.ShouldBe("两季对比-2026Q2-2026Q3.csv");
        Encoding.UTF8.GetString(list).Split('\n')[1].ShouldStartWith("2026Q2,2026Q3,");
        Encoding.UTF8.GetString(items).ShouldContain("P1,指标P1,%,2026Q2,0.93,");
    }

    [Fact]
    public async Task Asks_for_sign_in_and_answers_a_stranger_as_if_it_were_not_there()
    {
        using var made = await TwoQuartersAsync(DatabaseKind.Sqlite);
        using var browser = Browser.Start(made.Ground.Database, made.Ground.Clock);

        (await browser.GetAsync("/assessment/comparison")).Path.ShouldStartWith("/sign-in");
        await browser.SignInAsync();
        (await browser.GetAsync($"/assessment/comparison/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<List<int>> CommandsAsync(DatabaseKind kind, int more)
    {
        using var made = await TwoQuartersAsync(kind, more);
        using var cold = new SnapshotStore();
        var counts = new List<int>();
        foreach (var ask in new Func<Task>[]
        {
            () => new ComparisonQuery(made.UnitOfWork, cold).FindAsync(made.Lead, made.Ground.Committee.First.Id, Q2, Q3, default),
            () => new ComparisonListQuery(made.UnitOfWork, cold).FindAsync(made.Lead, All(), 1, default),
            () => new RaceQuery(made.UnitOfWork, cold).FindAsync(made.Lead, Q3, null, default),
            () => new YearQuery(made.UnitOfWork, cold).FindAsync(made.Lead, null, null, 1, default),
            () => new TalksQuery(made.UnitOfWork, cold).FindAsync(made.Lead, Q3, new(TalksQuery.Show.Missing, null), 1, default),
        })
        {
            made.Ground.Database.Commands.Clear();
            await ask();
            counts.Add(made.Ground.Database.Commands.Commands.Count);
        }

        return counts;
    }
}
