using System.Net;
using System.Text;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class MakingPagesTests
{
    [Fact]
    public async Task Lead_from_the_default_scheme_to_a_published_quarter_and_its_recomputation()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var c = ground.Committee;
        await ground.AssessAsync(c.First);
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        var schemes = await browser.GetAsync("/assessment/schemes");
        var draft = await schemes.Form("装入默认方案").SendAsync();
        draft.Rows("方案的树").Count.ShouldBe(67);
        var published = await draft.Form("确认发布方案").SendAsync();
        published.Text.ShouldContain("第 1 版 · 46 个项目 · 2026-10-12 发布");
        await ground.ReportAsync(Q3, [.. DefaultScheme.Definition.Nodes.Where(n => n.Item is not null && n.Code != "A1.1").Select(n => (c.First, n.Code, new Reported(n.Item!.Target, SampleSize: 40)))]);

        var quarter = await browser.GetAsync("/assessment/quarters?quarter=2026Q3");
        quarter.Rows("数据是否齐全")[^1].Take(4).ShouldBe(["合计", "46", "45", "1"]);
        var opened = await quarter.Form("开启本季度填报").Fill("填报截止日", "2026-10-20").Fill("申诉期（天）", "0").SendAsync();
        (await opened.ClickAsync("看谁欠什么")).Rows("单位和欠报项").Single()[^1].ShouldBe("A1.1 专题研究党建达标率");
        var closed = await opened.Form("确认截止填报").SendAsync();
        var previewed = await closed.Form("测算并预览").SendAsync();
        previewed.Text.ShouldContain("1 家单位，1 家有得分，用到 45 个数据。");
        var done = await previewed.Form("确认发布结果").SendAsync();
        var check = await done.ClickAsync("重算核对");

        check.Text.ShouldContain("重算结果逐字节相同");
        (await browser.GetAsync("/assessment/quarters?quarter=2026Q3")).Rows("本季度各版结果").Single()[1].ShouldBe("已发布");
    }

    [Fact]
    public async Task Show_a_preview_that_followed_its_figures_without_a_seal()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var first = ground.Committee.First;
        await ground.AssessAsync(first);
        await ground.ReportAsync(Q3, (first, "P1", Rate(9, 10)), (first, "P2", Rate(9, 10)));
        await ground.RunAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));
        ground.Clock.Advance(TimeSpan.FromMinutes(1));
        await ground.ReportAsync(Q3, (first, "P1", Rate(5, 10)));
        await ground.ChangeAsync(db =>
        {
            db.AddRange(PreviewMark.Of(db.TenantId, Q3, [first.Id]));
            return Task.CompletedTask;
        });
        var followed = await ground.UpdateAsync();
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        var page = await browser.GetAsync("/assessment/quarters?quarter=2026Q3");
        var board = await browser.GetAsync("/?quarter=2026Q3&preview=true");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.Contains("随数据更新", StringComparison.Ordinal).ShouldBe(!followed.Value.IsFullRun);
        board.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Keep_what_was_typed_where_a_scheme_is_refused()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();
        var page = await browser.GetAsync("/assessment/schemes");

        var refused = await page.Form("导入为草稿").Fill("方案代码", "mine").Fill("方案名称", "自拟方案")
            .Attach("文件", "方案.csv", Encoding.UTF8.GetBytes("代码,上级,权重,方向\nR,,1,\nX,R,很重,正向\n")).SendAsync();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("第 3 行（X）：“权重”写的“很重”不是数字。");
        refused.Document.SelectSingleNode("//input[@name='Code']")!.GetAttributeValue("value", "").ShouldBe("mine");
    }

    [Theory]
    [InlineData("/assessment/quarters")]
    [InlineData("/assessment/schemes")]
    public async Task Ask_for_sign_in(string path)
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        using var browser = Browser.Start(ground.Database, ground.Clock);

        (await browser.GetAsync(path)).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Let_the_board_and_a_ranking_be_downloaded()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var c = ground.Committee;
        await ground.AssessAsync(c.First, c.Second);
        await ground.ReportAsync(Q3, (c.First, "P1", Rate(8, 10)), (c.First, "P2", Rate(10, 10)), (c.FirstOrgan, "B1", Rate(9, 10)));
        await ground.RunAndPublishAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        var (name, board) = await browser.DownloadAsync("/board/export?format=csv&level=green");
        var (_, workbook) = await browser.DownloadAsync("/assessment/export?format=xlsx");

        name.ShouldBe("总览-2026Q3.csv");
        var lines = Encoding.UTF8.GetString(board).Trim('\uFEFF', '\r', '\n').Split("\r\n");
        lines.Length.ShouldBe(2);
        lines[1].ShouldContain(",P1,甲局机关党委,绿色,90,");
        workbook.AsSpan(0, 2).ToArray().ShouldBe("PK"u8.ToArray());
    }
}
