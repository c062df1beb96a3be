using System.Net;
using System.Text;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class UnitPagesTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_a_list_with_heads_of_its_own_step_by_step(DatabaseKind kind)
    {
        await StartAsync(kind);
        var organs = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "organs.csv"));
        var start = await browser!.GetAsync("/imports/units");

        var columns = await start.Form("上传，对应列").Choose("组织线", "行政").Attach("文件", "organs.csv", organs).SendAsync();
        columns.Heading.ShouldBe("对应列：单位");
        columns.Form("核对 90 行")["编码对应的列"].ShouldBe("0");
        var check = await columns.Form("核对 90 行").Choose("同类组对应的列", "kind").SendAsync();
        check.Heading.ShouldBe("导入核对：单位");
        check.Text.ShouldContain("新增 90，更新 0，不变 0");
        var done = await check.Form("导入 90 行").SendAsync();

        done.Heading.ShouldBe("已导入：单位");
        var list = await done.ClickAsync("查看单位");
        list.Rows("单位名单").Count.ShouldBe(50);
        list.Text.ShouldContain("第 1–50 条，共 94 条");
        (await browser.GetAsync("/imports")).Rows("我的导入").Single()[3].ShouldBe("新增 90，更新 0，不变 0");
    }

    [Fact]
    public async Task Show_what_is_wrong_in_a_file_and_hold_the_import_back()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var rows = string.Concat(Enumerable.Range(1, 120).Select(i => $"N{i},单位{i},{(i % 2 == 0 ? "三" : "3")}\n"));
        var columns = await UploadAsync("编码,名称,排序\n" + rows);

        var check = await columns.Form("核对 120 行").SendAsync();

        check.Text.ShouldContain("60 行有误，文件还没有导入");
        check.Form("导入 60 行").Disabled.ShouldBeTrue();
        check.Text.ShouldContain("改好 60 行后可用");
        check.Rows("文件里的行").Count.ShouldBe(50);
        check.Rows("文件里的行")[0].ShouldBe(["3", "N2", "单位2", "三", "有误：C 列：“三”不是 0 到 1000000 的整数。请填阿拉伯数字，如 3。"]);
        (await check.ClickAsync("下一页")).Rows("文件里的行").Count.ShouldBe(10);
        (await check.ClickAsync("全部 120")).Rows("文件里的行")[0][4].ShouldBe("新增");
        (await check.Form("导入 60 行").SendAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Give_back_a_copy_with_remarks_that_can_be_mended_and_uploaded_again()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var check = await (await UploadAsync("编码,名称,排序\nN1,单位一,三\nN2,单位二,2\n")).Form("核对 2 行").SendAsync();

        var (name, bytes) = await browser!.DownloadAsync(check.LinkOf("下载标注副本"));
        var sheet = TableReader.Read(bytes, name).Value;
        var again = await (await UploadAsync(bytes, "名单-标注.xlsx")).Form("核对 2 行").SendAsync();

        name.ShouldBe("名单-标注.xlsx");
        sheet.Rows[0].Cells.ShouldBe(["编码", "名称", "排序", "哪里不对，怎么改"]);
        sheet.Rows[1][3].ShouldStartWith("有误：C 列：“三”不是");
        sheet.Rows[2][3].ShouldBe("");
        again.Text.ShouldContain("1 行有误");
    }

    [Fact]
    public async Task Say_what_is_wrong_with_an_upload_and_keep_what_was_chosen()
    {
        await StartAsync(DatabaseKind.Sqlite);

        var start = await browser!.GetAsync("/imports/units");
        var nothing = await start.Form("上传，对应列").Choose("组织线", "党组织").SendAsync();
        var large = await start.Form("上传，对应列").Choose("组织线", "党组织").Attach("文件", "大.csv", new byte[TableLimits.FileBytes + 1]).SendAsync();
        var huge = await start.Form("上传，对应列").Attach("文件", "巨.csv", new byte[(int)UploadLimit.Bytes + 1]).SendAsync();
        var old = await start.Form("上传，对应列").Attach("文件", "旧.xls", [0xD0, 0xCF, 0x11, 0xE0]).SendAsync();

        nothing.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nothing.Text.ShouldContain("请选择要导入的文件");
        nothing.Form("上传，对应列")["组织线"].ShouldBe("party");
        nothing.Texts("//div[@class='invalid-feedback']").ShouldBe(["请选择要导入的文件。空文件不能导入。"]);
        large.Text.ShouldContain("文件超过 20 MB");
        huge.Text.ShouldContain("文件超过 20 MB");
        old.Text.ShouldContain("另存为 .xlsx");
        old.Text.ShouldContain("请选择组织线");
    }

    [Fact]
    public async Task Throw_a_draft_away_when_asked()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var columns = await UploadAsync("编码,名称\nN1,单位一\n");

        var left = await columns.Form("确认丢弃").SendAsync();

        left.Path.ShouldBe("/imports");
        left.Text.ShouldContain("已丢弃");
        (await browser!.GetAsync(columns.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Export_what_is_filtered_in_a_form_that_imports_again_without_change(string format)
    {
        await StartAsync(DatabaseKind.Sqlite);

        var (name, bytes) = await browser!.DownloadAsync($"/units/export?format={format}&track=party");
        var check = await (await UploadAsync(bytes, name)).Form("核对 5 行").SendAsync();

        TableReader.Read(bytes, name).Value.Rows.Select(r => r[0]).ShouldBe(["编码", "GW", "P1", "P2", "P1B1", "P1B2"]);
        check.Text.ShouldContain("文件里的 5 行和平台上的数据一致，不必导入。");
        check.Form("导入 0 行").Disabled.ShouldBeTrue();
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Offer_a_template_that_can_be_imported_as_it_is(string format)
    {
        await StartAsync(DatabaseKind.Sqlite);

        var (name, bytes) = await browser!.DownloadAsync($"/imports/units/template?format={format}");
        var check = await (await UploadAsync(bytes, name, "行政")).Form("核对 2 行").SendAsync();

        name.ShouldBe("单位导入模板." + format);
        check.Text.ShouldContain("新增 2，更新 0，不变 0");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_change_and_link_a_unit(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var parent = await browser!.GetAsync($"/units/{committee.First.Id}");

        var added = await (await parent.ClickAsync("加下级")).Form("保存").Fill("编码", "P1B3").Fill("名称", "甲局第三党支部").SendAsync();
        var changed = await (await added.ClickAsync("修改")).Form("保存").Fill("名称", "甲局老干部党支部").Fill("同类组", "支部").SendAsync();
        var linked = await changed.Form("加上").Fill("加上行政单位", "A1D1").SendAsync();
        var unlinked = await linked.Form("确认去掉").SendAsync();

        added.Heading.ShouldBe("甲局第三党支部");
        changed.Heading.ShouldBe("甲局老干部党支部");
        linked.Text.ShouldContain("甲局一处");
        unlinked.Text.ShouldContain("还没有对应的行政单位");
        unlinked.Text.ShouldContain("周明 · 修改名称、同类组");
        unlinked.Texts("//nav[@aria-label='路径']//li").ShouldBe(["单位", "示范工委", "甲局机关党委", "甲局第三党支部"]);
    }

    [Fact]
    public async Task Keep_what_was_typed_when_someone_else_was_first()
    {
        var committee = await StartAsync(DatabaseKind.Sqlite);
        var stale = await browser!.GetAsync($"/units/{committee.First.Id}/edit");
        await (await browser.GetAsync($"/units/{committee.First.Id}/edit")).Form("保存").Fill("类别", "机关党委").SendAsync();

        var refused = await stale.Form("保存").Fill("备注", "我的备注").SendAsync();
        var kept = await refused.Form("保存").SendAsync();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("没有保存。周明刚改过这条记录。您填的内容还在");
        refused.Text.ShouldContain("类别：机关党委");
        refused.Form("保存")["备注"].ShouldBe("我的备注");
        kept.Text.ShouldContain("我的备注");
    }

    [Fact]
    public async Task Show_the_tree_the_filtered_list_and_what_to_do_when_nothing_is_found()
    {
        await StartAsync(DatabaseKind.Sqlite);

        (await browser!.GetAsync("/units?view=tree")).Text.ShouldContain("示范工委 直属 2 个");
        var found = await (await browser.GetAsync("/units")).Form("筛选").Fill("名称或编码", "甲局").Choose("组织线", "党组织").SendAsync();
        found.Rows("单位名单").Select(r => r[1]).ShouldBe(["P1", "P1B1", "P1B2"]);
        (await found.Form("筛选").Fill("名称或编码", "没有的").SendAsync()).Text.ShouldContain("没有符合条件的单位");
    }

    [Fact]
    public async Task Are_not_there_for_what_does_not_exist_or_belongs_to_another_tenant()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var other = await Committee.FoundAsync(database!, clock, "other");

        foreach (var path in new[] { $"/units/{other.First.Id}", $"/units/{other.First.Id}/edit", $"/units/new?parent={other.First.Id}", "/imports/nothing", "/imports/nothing/template", $"/imports/{Guid.NewGuid()}/columns", $"/imports/{Guid.NewGuid()}/check", $"/imports/{Guid.NewGuid()}/done", $"/imports/{Guid.NewGuid()}/annotated" })
        {
            (await browser!.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    public void Dispose()
    {
        browser?.Dispose();
        database?.Dispose();
    }

    private async Task<Committee> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, clock);
        browser = Browser.Start(database, clock);
        await browser.SignInAsync();
        return committee;
    }

    private Task<BrowserPage> UploadAsync(string text) => UploadAsync(Encoding.UTF8.GetBytes(text), "名单.csv");

    private async Task<BrowserPage> UploadAsync(byte[] bytes, string name, string track = "党组织") =>
        await (await browser!.GetAsync("/imports/units")).Form("上传，对应列").Choose("组织线", track).Attach("文件", name, bytes).SendAsync();
}
