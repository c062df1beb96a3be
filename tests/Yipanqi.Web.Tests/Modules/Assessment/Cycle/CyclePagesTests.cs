using System.Net;
using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

public sealed class CyclePagesTests
{
    [Theory]
    [InlineData("/assessment/reviews")]
    [InlineData("/assessment/supply")]
    [InlineData("/assessment/adjustments")]
    [InlineData("/assessment/objections/new")]
    public async Task Are_closed_to_a_branch_secretary(string path)
    {
        using var walk = await CycleGround.FoundAsync(DatabaseKind.Sqlite);
        await AddAsync(walk, "branch", walk.Committee.Branch, PostRole.BranchSecretary);
        using var browser = Browser.Start(walk.Ground.Database, walk.Clock);
        await browser.SignInAsync("branch");

        (await browser.GetAsync(path)).Path.ShouldStartWith("/denied");
    }

    [Fact]
    public async Task Keep_what_was_typed_in_a_refused_self_report_and_lead_it_to_its_review()
    {
        using var walk = await CycleGround.FoundAsync(DatabaseKind.Sqlite);
        await walk.OpenAsync(walk.Officer);
        await AddAsync(walk, "office", walk.Committee.First, PostRole.PartyCommitteeOfficer);
        using var lead = Browser.Start(walk.Ground.Database, walk.Clock);
        using var office = lead.Another();
        await office.SignInAsync("office");
        await lead.SignInAsync();

        var sheet = await office.GetAsync("/assessment/report");
        var form = await sheet.ClickAsync("填报 M1");
        var refused = await form.Form("提交自评").Fill("数值", "21/20").Fill("依据", "会议记录 20 份").SendAsync();
        var sent = await refused.Form("提交自评").Fill("数值", "18/20").SendAsync();
        var review = await (await lead.GetAsync("/assessment/reviews")).ClickAsync("核定 甲局机关党委 M1");
        var without = await review.Form("核定").Fill("核定值", "16/20").SendAsync();
        var done = await without.Form("核定").Fill("理由", "两次会议没有记录。").SendAsync();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Form("提交自评")["数值"].ShouldBe("21/20");
        refused.Form("提交自评")["依据"].ShouldBe("会议记录 20 份");
        sent.Rows("请本单位填报").Single().Take(3).ShouldBe(["M1 指标M1", "待核", "18/20"]);
        without.Text.ShouldContain("核定值与自评不同，请写明理由。");
        done.Path.ShouldStartWith("/assessment/reviews");
        (await office.GetAsync("/assessment/report")).Rows("请本单位填报").Single().Take(5).ShouldBe(["M1 指标M1", "已核定", "18/20", "16/20", "两次会议没有记录。"]);
    }

    [Fact]
    public async Task Enter_confirm_and_show_an_adjustment()
    {
        using var walk = await CycleGround.FoundAsync(DatabaseKind.Sqlite);
        await walk.OpenAsync(walk.Officer, objectionDays: 0);
        await AddAsync(walk, "officer", walk.Committee.Root, PostRole.WorkCommitteeOfficer);
        await walk.Ground.ReportAsync(Q3, (walk.Committee.First, "M1", Rate(9, 10)), (walk.Committee.First, "S1", Rate(9, 10)));
        using var lead = Browser.Start(walk.Ground.Database, walk.Clock);
        using var officer = lead.Another();
        await lead.SignInAsync();
        await officer.SignInAsync("officer");

        var page = await officer.GetAsync("/assessment/adjustments");
        var refused = await page.Form("登记加减分").Fill("参评单位", "P1").SendAsync();
        var entered = await Filled(refused).SendAsync();
        var confirmed = await (await (await lead.GetAsync("/assessment/adjustments")).ClickAsync("甲局机关党委")).Form("确认计入").SendAsync();
        await walk.RunAsync(walk.Officer);
        var card = await lead.GetAsync($"/organs/{walk.Committee.First.Id}?quarter=2026Q3&preview=true");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Form("登记加减分")["参评单位"].ShouldBe("P1");
        entered.Rows("加减分").Single().Take(4).ShouldBe(["甲局机关党委", "加分", "+1.5", "待确认"]);
        confirmed.Rows("加减分").Single()[3].ShouldBe("已确认");
        card.Rows("加减分").Select(r => r[0]).ShouldBe(["加减分前", "加分"]);
        card.Text.ShouldContain("含加减分 +1.50");

        BrowserForm Filled(BrowserPage from)
        {
            var form = from.Form("登记加减分").Fill("分值", "1.5").Fill("事由和依据", "全市表扬。").Fill("文号", "示工〔2026〕7号");
            return form.Add("Kind", nameof(AdjustmentKind.Bonus));
        }
    }

    [Fact]
    public async Task Say_until_when_objections_were_taken_and_show_only_numbers_of_others()
    {
        using var walk = await CycleGround.FoundAsync(DatabaseKind.Sqlite);
        await walk.OpenAsync(walk.Officer);
        await AddAsync(walk, "neighbour", walk.Committee.Second, PostRole.PartyCommitteeOfficer);
        await walk.MoveAsync(walk.Officer, QuarterState.Previewing);
        await walk.RunAsync(walk.Officer);
        await walk.MoveAsync(walk.Officer, QuarterState.Objecting);
        await walk.ObjectAsync(walk.PartyGroup);
        walk.Clock.Advance(TimeSpan.FromDays(6));
        using var browser = Browser.Start(walk.Ground.Database, walk.Clock);
        await browser.SignInAsync("neighbour");

        var page = await browser.GetAsync("/assessment/objections?quarter=2026Q3");
        var late = await (await browser.GetAsync("/assessment/objections/new?quarter=2026Q3")).Form("提交申诉").Choose("对什么有异议", "M1").Fill("申诉理由", "漏计。").Fill("佐证材料", "纪要").SendAsync();

        page.Text.ShouldContain("2026年第三季度的申诉期已于10月17日截止，不再受理。");
        page.Text.ShouldNotContain("甲局");
        page.Rows("本季度申诉情况")[0].ShouldBe(["项目数据", "1", "0", "0", "0"]);
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Form("提交申诉")["申诉理由"].ShouldBe("漏计。");
    }

    [Fact]
    public async Task Ask_twice_before_an_objection_is_answered_and_let_the_item_be_chosen()
    {
        using var walk = await CycleGround.FoundAsync(DatabaseKind.Sqlite);
        await walk.OpenAsync(walk.Officer);
        await walk.MoveAsync(walk.Officer, QuarterState.Previewing);
        await walk.RunAsync(walk.Officer);
        await walk.MoveAsync(walk.Officer, QuarterState.Objecting);
        (await walk.ObjectAsync(walk.PartyGroup, ObjectionSubject.Level, "")).Refusals.ShouldBeEmpty();
        using var browser = Browser.Start(walk.Ground.Database, walk.Clock);
        await browser.SignInAsync();

        var page = await (await browser.GetAsync("/assessment/objections")).ClickAsync("第 1 号");
        var form = page.Form("确认答复").Choose("更正哪个项目", "P1 指标P1").Fill("更正为", "11/10").Fill("答复意见", "情况属实。").Add("Accept", "yes");
        var refused = await form.SendAsync();
        var done = await refused.Form("确认答复").Fill("更正为", "9/10").SendAsync();

        page.Text.ShouldContain("答复后不能改、不能撤回");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Form("确认答复")["答复意见"].ShouldBe("情况属实。");
        done.Text.ShouldContain("P1 更正为 9/10");
        done.Document.SelectSingleNode("//button[normalize-space()='确认答复']").ShouldBeNull();
    }

    [Fact]
    public async Task Let_what_is_owed_be_downloaded()
    {
        using var walk = await CycleGround.FoundAsync(DatabaseKind.Sqlite);
        await walk.OpenAsync(walk.Officer);
        using var browser = Browser.Start(walk.Ground.Database, walk.Clock);
        await browser.SignInAsync();

        var (name, file) = await browser.DownloadAsync("/assessment/collect/export?format=csv");

        name.ShouldBe("欠报-2026Q3.csv");
        System.Text.Encoding.UTF8.GetString(file).ShouldContain("P2,乙局机关党委,");
    }

    private static Task AddAsync(CycleGround walk, string account, Unit unit, PostRole role) => walk.Ground.ChangeAsync(db =>
    {
        var made = Account.New(unit.TenantId, account, "Yipanqi-2026", new UpperInvariantLookupNormalizer(), new PasswordHasher<Account>());
        var person = Person.New(unit.TenantId, account, made.Id);
        db.Attach(unit);
        db.AddRange(made, person, Post.New(person, unit, role, "测试", new DateOnly(2026, 1, 1)));
        return Task.CompletedTask;
    });
}
