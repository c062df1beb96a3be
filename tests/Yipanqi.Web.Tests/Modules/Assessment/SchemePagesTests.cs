using System.Net;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

/// <summary>The pages that write, weigh, compare and try schemes, without script.</summary>
public sealed class SchemePagesTests
{
    [Theory]
    [InlineData("/edit")]
    [InlineData("/node?code=P1")]
    [InlineData("/weights?node=P")]
    public async Task That_write_are_not_there_for_readers_nor_for_what_is_published(string page)
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var published = await ground.PublishSchemeAsync(SmallScheme());
        var draft = await ground.DraftSchemeAsync(SmallScheme(code: "other"));
        await ground.AddPersonAsync("office", PostRole.PartyCommitteeOfficer);
        using var browser = Browser.Start(ground.Database, ground.Clock);
        using var reader = browser.Another();
        await browser.SignInAsync();
        await reader.SignInAsync("office");

        (await browser.GetAsync($"/assessment/schemes/{published}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/assessment/schemes/{draft}{page}")).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.GetAsync($"/assessment/schemes/{draft}{page}")).Path.ShouldStartWith("/denied");
    }

    [Fact]
    public async Task Lead_from_a_published_version_over_an_edited_draft_and_another_persons_review_to_the_next()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var first = await ground.PublishSchemeAsync(SmallScheme());
        await ground.AddPersonAsync("officer", PostRole.WorkCommitteeOfficer);
        using var lead = Browser.Start(ground.Database, ground.Clock);
        using var officer = lead.Another();
        await lead.SignInAsync();
        await officer.SignInAsync("officer");

        var editor = await (await officer.GetAsync($"/assessment/schemes/{first}")).Form("确认另起一版").SendAsync();
        var weighed = await editor.Form("保存权重").FillField("w.P1", "3").SendAsync();
        var node = await weighed.ClickAsync("P2 指标P2");
        var saved = await node.Form("保存").Fill("目标（得 100 分）", "95").Fill("口径", "按期办结的件数 ÷ 应办件数").SendAsync();
        var version = await (await officer.GetAsync(saved.Path)).ClickAsync("小方案");
        var changes = await version.ClickAsync("与上版比较");
        var submitted = await version.Form("确认送审").SendAsync();

        weighed.Rows("树和权重").Single(r => r[0].Contains("P1 指标P1", StringComparison.Ordinal)).Skip(2).Take(2).ShouldBe(["75.00%", "37.50%"]);
        changes.Text.ShouldContain("目标：由“100%”改为“95%”");
        changes.Rows("项目占总分的变化").Select(r => r[0]).ShouldBe(["P1 指标P1", "P2 指标P2"]);
        submitted.Text.ShouldContain("审核中");
        submitted.Document.SelectSingleNode("//button[normalize-space()='确认审核通过']").ShouldBeNull();

        var review = await lead.GetAsync(submitted.Path);
        var returned = await review.Form("确认退回修改").SendAsync();
        var passed = await review.Form("确认审核通过").Fill("审核意见", "同意").SendAsync();
        var published = await passed.Form("确认发布方案").SendAsync();

        returned.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        passed.Text.ShouldContain("审核通过，待发布");
        published.Text.ShouldContain("第 2 版 · 3 个项目 · 2026-10-12 发布");
    }

    [Fact]
    public async Task Weigh_by_pairs_with_the_engines_figures_and_refuse_a_contradiction_without_a_reason()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();
        var draft = await (await browser.GetAsync("/assessment/schemes")).Form("装入默认方案").SendAsync();
        var address = draft.Path + "/judgements?node=ROOT&track=party";

        var kept = await (await browser.GetAsync(address)).Form("保存判断").Fill("专家的称呼", "专家一")
            .FillField("p0-1", "2").FillField("p0-2", "3").FillField("p1-2", "2").FillField("p1-3", "-2").FillField("p2-3", "-3").SendAsync();
        kept.Rows("各位专家和合成结果")[0].Take(7).ShouldBe(["专家一", "1", "0.004", "35.09%", "18.91%", "10.91%", "35.09%"]);
        var second = await kept.Form("保存判断").Fill("专家的称呼", "专家二").FillField("p0-1", "9").FillField("p0-3", "-9").FillField("p1-3", "9").SendAsync();
        second.Text.ShouldContain("（矛盾）");
        var refused = await second.Form("采用为权重").SendAsync();
        var signed = await refused.Form("采用为权重").Fill("判断前后矛盾仍要采用的理由", "两位专家意见不同，一并采纳").SendAsync();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("一致性比率 CR 超过 0.10");
        refused.Document.SelectNodes("//div[@role='alert']")!.Count.ShouldBe(1);
        refused.Document.SelectSingleNode("//textarea[@name='Reason']")!.GetAttributeValue("aria-invalid", "").ShouldBe("true");
        signed.Path.ShouldEndWith("/edit");
        signed.Text.ShouldContain("两两比较（AHP）：2 位专家，Saaty 1980，矛盾有署名理由");
        signed.Text.ShouldContain("两轨同权重：党建 50.00%，业务 50.00%");
    }

    [Fact]
    public async Task Keep_what_was_typed_where_a_weight_or_a_node_is_refused()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var id = await ground.DraftSchemeAsync(SmallScheme());
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        var weights = await (await browser.GetAsync($"/assessment/schemes/{id}/edit")).Form("保存权重").FillField("w.P1", "很重").FillField("w.P2", "7").SendAsync();
        var node = await (await browser.GetAsync($"/assessment/schemes/{id}/node?code=P1")).Form("保存").Fill("名称", "").Fill("口径", "写了很久的口径").SendAsync();

        weights.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        weights.Text.ShouldContain("P1“指标P1”的权重要是 0 到 1000000 的数");
        weights.Document.SelectSingleNode("//input[@name='w.P1']")!.GetAttributeValue("aria-invalid", "").ShouldBe("true");
        weights.Document.SelectSingleNode("//input[@name='w.P2']")!.GetAttributeValue("value", "").ShouldBe("7");
        node.Text.ShouldContain("名称要有 1–120 个字");
        node.Document.SelectSingleNode("//input[@name='Name']")!.GetAttributeValue("aria-invalid", "").ShouldBe("true");
        node.Document.SelectSingleNode("//textarea")!.InnerText.ShouldBe("写了很久的口径");
    }

    [Fact]
    public async Task Say_at_the_item_which_document_forbids_it_and_what_to_do_instead()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var traced = SmallScheme() with { Nodes = [.. SmallScheme().Nodes.Select(n => n.Code == "P2" ? n with { Name = "学习时长" } : n)] };
        var id = await ground.DraftSchemeAsync(traced);
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        foreach (var page in new[] { "/edit", "/node?code=P2", "" })
        {
            var text = (await browser.GetAsync($"/assessment/schemes/{id}{page}")).Text;
            text.ShouldContain("国办函〔2026〕12号");
            text.ShouldContain("请换成学了以后解决了什么问题，例如学习转化率。");
        }
    }

    [Fact]
    public async Task Try_a_draft_on_past_quarters_and_keep_nothing()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var c = ground.Committee;
        Unit[] units = [c.First, c.Second, c.Branch, c.OtherBranch, c.Root];
        await ground.AssessAsync(units);
        await ground.ReportAsync(Q3, [.. units.SelectMany((u, i) => new[] { (u, "P1", Rate(9 - (2 * i), 10)), (u, "P2", Rate(1 + (2 * i), 10)), (u, "B1", Rate(5, 10)) })]);
        await ground.RunAndPublishAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));
        var heavier = SmallScheme() with { Nodes = [.. SmallScheme().Nodes.Select(n => n.Code == "P1" ? n with { Weight = 9 } : n)] };
        var id = await ground.DraftSchemeAsync(heavier);
        using var browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync();

        BrowserPage page;
        do
        {
            page = await browser.GetAsync($"/assessment/schemes/{id}/trial");
        }
        while (page.Text.Contains("正在试算", StringComparison.Ordinal));

        page.Rows("四季对比").Single().Take(4).ShouldBe(["2026年第三季度", "小方案 第 1 版", "5 → 5", "5 家"]);
        page.Rows("2026年第三季度会变的单位").ShouldContain(r => r[0] == "甲局机关党委" && r[4].Contains("权重", StringComparison.Ordinal));
        (await browser.GetAsync("/assessment/quarters?quarter=2026Q3")).Rows("本季度各版结果").Count.ShouldBe(1);
    }
}
