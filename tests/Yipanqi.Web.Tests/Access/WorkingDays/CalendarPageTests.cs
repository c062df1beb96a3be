using System.Net;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access.WorkingDays;

public sealed class CalendarPageTests : IDisposable
{
    private CalendarGround ground = default!;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_the_year_with_words_for_days_off_and_made_up_for_and_its_source(DatabaseKind kind)
    {
        await StartAsync(kind);

        var page = await browser!.GetAsync("/calendar?year=2026");

        page.Heading.ShouldBe("工作日历");
        page.Text.ShouldContain("2026年 248 个工作日");
        page.Rows("2月16 个工作日").SelectMany(week => week).ShouldContain("14班 春节上班");
        page.Rows("2月16 个工作日").SelectMany(week => week).ShouldContain("17休 春节休息");
        page.Rows("放假和调休").ShouldContain(row => row.SequenceEqual(new[] { "春节", "2月15日–2月23日", "9", "2月14日、2月28日" }));
        page.Text.ShouldContain("来源：国务院办公厅通知 https://www.gov.cn/");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Says_plainly_that_a_year_is_not_published(DatabaseKind kind)
    {
        await StartAsync(kind);

        var page = await browser!.GetAsync("/calendar?year=2027");

        page.Text.ShouldContain("2027年的放假安排还没有公布，平台不推测。");
        page.Text.ShouldContain("2027年（未公布）");
        page.Text.ShouldNotContain("改一天");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_day_is_changed_and_taken_back_with_a_reason(DatabaseKind kind)
    {
        await StartAsync(kind);
        var page = await browser!.GetAsync("/calendar?year=2026");

        var refused = await page.Form("保存改动").Fill("日期", "2026-10-14").Choose("改为", "休息").SendAsync();
        var changed = await refused.Form("保存改动").Fill("依据或原因", "台风停工").SendAsync();
        var back = await changed.Form("确认撤回改动").Fill("理由", "台风改道").SendAsync();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Form("保存改动")["日期"].ShouldBe("2026-10-14");
        refused.Text.ShouldContain("请写明依据或原因");
        changed.Rows("个别改动").Single().Take(4).ShouldBe(["2026-10-14", "休息", "–", "台风停工"]);
        changed.Text.ShouldContain("247 个工作日");
        back.Text.ShouldContain("这一年没有个别改动");
    }

    [Fact]
    public async Task Who_does_not_manage_it_reads_it_without_forms()
    {
        await StartAsync(DatabaseKind.Sqlite);
        await ground.ChangeAsync("2026-10-14", works: false);
        var administration = await Administration.AddAsync(ground.Database, ground.Committee, ground.Clock);
        await administration.AddAsync("陈立", "chenli", ground.Committee.Branch, PostRole.BranchSecretary);
        using var reader = browser!.Another();
        await reader.SignInAsync("chenli");

        var page = await reader.GetAsync("/calendar");

        page.Rows("个别改动").Single()[3].ShouldBe("台风停工");
        page.Document.SelectNodes("//main//form").ShouldBeNull();
        (await reader.GetAsync("/imports/calendar")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_exported_can_be_imported_again_and_changes_nothing()
    {
        await StartAsync(DatabaseKind.Sqlite);

        var file = await browser!.DownloadAsync("/calendar/export?year=2025&format=csv");
        var draft = await ground.Import.UploadAsync(ground.Committee.Lead, file.Bytes, ("year", "2025"), ("source", "通知"));

        file.Name.ShouldBe("工作日历2025.csv");
        (await ground.Import.PreviewAsync(ground.Committee.Lead, draft.Value)).Count(Yipanqi.Web.Files.Imports.RowChange.Unchanged).ShouldBe(33);
    }

    public void Dispose()
    {
        browser?.Dispose();
        ground?.Dispose();
    }

    private async Task StartAsync(DatabaseKind kind)
    {
        ground = await CalendarGround.StartAsync(kind);
        browser = Browser.Start(ground.Database, ground.Clock);
        await browser.SignInAsync("lead");
    }
}
