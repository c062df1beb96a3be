using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.Packs;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Shell.Text;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class TemplatePackTests
{
    private readonly T texts = new();

    public static TheoryData<string> Codes => [.. TemplatePacks.All.Select(p => p.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void Each_ships_a_scheme_that_can_be_published_as_it_is_and_reads_the_same_records(string code)
    {
        var scheme = DefaultScheme.Of(TemplatePacks.Of(code));

        SchemeCheck.Check(scheme).Concat(IndicatorLint.Check(scheme)).ShouldBeEmpty();
        DefaultScheme.IsShipped(SchemeJson.HashOf(SchemeJson.Write(scheme))).ShouldBeTrue();
        DefaultScheme.IsShipped(SchemeJson.HashOf(SchemeJson.Write(scheme with { Name = "别的" }))).ShouldBeFalse();
        scheme.Nodes.Select(n => (n.Code, n.Weight, n.Item?.Floor, n.Item?.Target, n.Item?.Kind)).ShouldBe(
            DefaultScheme.Definition.Nodes.Select(n => (n.Code, n.Weight, n.Item?.Floor, n.Item?.Target, n.Item?.Kind)));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Each_names_kinds_and_groups_that_fit_their_fields(string code)
    {
        var pack = TemplatePacks.Of(code);

        pack.PartyKinds.Concat(pack.AdministrativeKinds).ShouldAllBe(k => k.Length > 0 && k.Length <= 40);
        pack.PeerGroups.Distinct().Count().ShouldBe(pack.PeerGroups.Count);
        pack.Words.Concat(pack.English).ShouldAllBe(w => w.Count == 2 && w[0] != w[1]);
    }

    [Fact]
    public void Puts_its_words_into_texts_and_leaves_names_alone()
    {
        var organ = texts["发布由工委负责人进行。"];

        TemplatePacks.Of("school").Wording.Take();

        organ.ShouldBe("发布由工委负责人进行。");
        texts["发布由工委负责人进行。"].ShouldBe("发布由校党委负责人进行。");
        T.Of("发布由工委负责人进行。").ShouldBe("发布由校党委负责人进行。");
        T.Of("上级单位“机关第一党支部”不在您的权限内").ShouldContain("机关第一党支部");
        texts["{0}党建业务平台", "市直机关"].ShouldBe("市直机关党建业务平台");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Chosen_at_set_up_decides_what_the_institution_starts_with(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        using var browser = Browser.Start(database, clock);

        var wrong = await SetUpAsync(browser, "workshop");
        var page = await SetUpAsync(browser, "school");
        await browser.SignInAsync("limin", "Yipanqi-2026");
        var account = await browser.GetAsync("/account");

        wrong.Text.ShouldContain("请选择单位类型");
        page.Path.ShouldBe("/setup/done");
        account.Text.ShouldContain("负责人（校党委负责人）");
        (await browser.GetAsync("/assessment/schemes")).Text.ShouldContain("学校");
        (await browser.GetAsync("/duties/lists")).Texts("//select[@name='Shipped']/option[@value!='']").ShouldBe(["院系党组织任务清单（15 项）", "师生党支部书记任务清单（17 项）", "师生党员任务清单（7 项）"]);
        var tenant = await database.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().SingleAsync(), default);
        tenant.Pack.ShouldBe("school");
        var (roots, groups) = await database.UnitOfWork.ReadAsync(
            tenant.Id, async db => (await db.Set<Unit>().OrderBy(u => u.SortOrder).Select(u => u.Kind).ToListAsync(), await db.Set<PeerGroup>().OrderBy(g => g.SortOrder).Select(g => g.Name).ToListAsync()), default);
        roots.ShouldBe(["学校党委", "学校"]);
        groups.ShouldBe(TemplatePacks.Of("school").PeerGroups);
    }

    private static async Task<BrowserPage> SetUpAsync(Browser browser, string pack)
    {
        var secret = browser.Services.GetRequiredService<SetupSecret>();
        var form = (await browser.GetAsync("/setup")).Form("完成设置")
            .FillField("Input.Pack", pack).Fill("初始化口令", (await File.ReadAllTextAsync(secret.FilePath)).Trim())
            .Fill("党组织全称", "中共示范大学委员会").Fill("平台上的简称", "示范大学").Fill("负责人姓名", "李敏");
        foreach (var (field, value) in new[] { ("UserName", "limin"), ("Password", "Yipanqi-2026"), ("SystemName", "钱伟"), ("SystemAccount", "qianwei"), ("SecurityName", "吴芳"), ("SecurityAccount", "wufang"), ("AuditName", "郭明"), ("AuditAccount", "guoming") })
        {
            form = form.FillField("Input." + field, value);
        }

        return await form.SendAsync();
    }
}
