using System.Net;
using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class ReadingPagesTests
{
    [Fact]
    public async Task Say_what_comes_next_before_anything_is_published()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        var board = await browser.GetAsync("/");

        board.Text.ShouldContain("还没有发布过考评结果");
        board.LinkOf("确定考评方案").ShouldBe("/assessment/schemes");
        board.LinkOf("测算并发布").ShouldBe("/assessment/quarters");
    }

    [Fact]
    public async Task Show_on_the_board_each_figure_at_its_label_and_no_data_as_no_data()
    {
        using var ground = await PublishedAsync();
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        var board = await browser.GetAsync("/");

        board.Texts("//div[@class='y-kpi']/div[@class='k']").Select(k => k.Split('?')[0]).ShouldBe(["数据已报", "两轨差中位数", "绿色", "黄色", "橙色", "红色", "无数据"]);
        board.Texts("//div[@class='y-kpi']/div[@class='v']/a/text()[1]").ShouldBe(["66.7", "10.0", "1", "0", "0", "0", "1"]);
        board.Text.ShouldContain("未报 2 / 6 项");
        board.Texts("//ul[contains(@class,'y-orgs')]/li").ShouldBe(["乙局机关党委无数据", "甲局机关党委绿色 85.0"]);
        board.Text.ShouldContain("乙局机关党委 欠 2 项 P2 指标P2、B1 指标B1");
    }

    [Fact]
    public async Task Open_an_organisation_down_to_the_figures_of_an_item()
    {
        using var ground = await PublishedAsync();
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        var card = await (await browser.GetAsync("/organs")).ClickAsync("甲局机关党委");
        var items = await browser.GetAsync($"{card.Path}?tab=items");
        var trace = await items.ClickAsync("P1 指标P1");

        card.Heading.ShouldBe("甲局机关党委");
        card.Text.ShouldContain("85.0 综合得分");
        card.Text.ShouldContain("失分合计 15.00，与得分相加为 100");
        items.Texts("//tr[@id='P1']/td").ShouldBe(["8", "10", "80.0%", "0% → 100%", "80.0", "−5.00", "甲表"]);
        trace.Text.ShouldContain("8 ÷ 10 = 80.0% （80% − 0%）÷（100% − 0%）× 100 = 80.0 分");
        trace.Rows("数据记录表").Single().Take(6).ShouldBe(["甲局机关党委 P1", "8", "10", "80.0%", "–", "计入"]);
    }

    [Fact]
    public async Task Write_neither_a_score_nor_a_colour_where_too_little_was_reported()
    {
        using var ground = await PublishedAsync();
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        var card = await browser.GetAsync($"/organs/{ground.Committee.Second.Id}");
        var items = await browser.GetAsync($"/organs/{ground.Committee.Second.Id}?tab=items");

        var figures = card.Texts("//section[@aria-label='主要数字']").Single();
        figures.ShouldStartWith("无数据 综合得分");
        figures.ShouldNotContain("绿色");
        figures.ShouldNotContain("0.0");
        items.Texts("//tr[@id='P2']/td").Take(5).ShouldBe(["–", "–", "未上报", "0% → 100%", "–"]);
    }

    [Fact]
    public async Task Answer_a_reader_of_another_subtree_as_if_it_were_not_there()
    {
        using var ground = await PublishedAsync();
        var c = ground.Committee;
        await AddReaderAsync(ground, "reader", c.Second);
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync("reader");

        (await browser.GetAsync($"/organs/{c.First.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/organs/{c.First.Id}/items/P1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/organs/{c.Second.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        var board = await browser.GetAsync("/");
        board.Text.ShouldNotContain("甲局");
        board.Text.ShouldContain("只列您任职单位及其下级");
    }

    [Fact]
    public async Task Rank_no_group_under_five()
    {
        using var ground = await PublishedAsync();
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        var ranking = await browser.GetAsync("/assessment");

        ranking.Text.ShouldContain("不足 5 家，不排名次");
        ranking.Rows("同类组排名").ShouldAllBe(row => row[0] == "不排");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/organs")]
    [InlineData("/assessment")]
    [InlineData("/about/figures")]
    public async Task Ask_for_sign_in(string path)
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        using var browser = Browser.Start(ground.Database, ground.Clock);

        (await browser.GetAsync(path)).Path.ShouldStartWith("/sign-in");
    }

    // 甲局: Party (80 + 80) ÷ 2 = 80, business 90, index 85. 乙局: one item of three reported.
    private static async Task<AssessmentGround> PublishedAsync()
    {
        var ground = await FoundAsync(DatabaseKind.Sqlite);
        var c = ground.Committee;
        await ground.AssessAsync(c.First, c.Second);
        await ground.ReportAsync(
            Q3, (c.First, "P1", Rate(8, 10) with { Source = "甲表" }), (c.First, "P2", Rate(4, 5)), (c.FirstOrgan, "B1", Rate(9, 10)), (c.Second, "P1", Rate(9, 10)));
        await ground.RunAndPublishAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));
        return ground;
    }

    private static Task AddReaderAsync(AssessmentGround ground, string name, Unit unit) => ground.ChangeAsync(db =>
    {
        var account = Account.New(db.TenantId, name, "Yipanqi-2026", new UpperInvariantLookupNormalizer(), new PasswordHasher<Account>());
        var person = Person.New(db.TenantId, "吴敏", account.Id);
        db.AddRange(account, person, Post.New(person, unit, PostRole.BranchSecretary, "书记", new DateOnly(2026, 1, 1)));
        return Task.CompletedTask;
    });
}
