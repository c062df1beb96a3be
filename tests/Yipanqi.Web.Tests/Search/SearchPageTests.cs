using System.Net;
using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Search;

public sealed class SearchPageTests : IDisposable
{
    private readonly TestClock clock = new();
    private readonly TestDatabase database = new(DatabaseKind.Sqlite);
    private Browser? browser;

    [Fact]
    public async Task Is_for_those_who_may_see_units()
    {
        await StartAsync(PostRole.SystemAdministrator);

        var page = await browser!.GetAsync("/search?q=甲局");
        var suggested = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/search/suggest?q=甲局"));
        var home = await browser.GetAsync("/account");

        page.Path.ShouldStartWith("/denied");
        suggested.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        home.Document.SelectSingleNode("//form[@role='search']").ShouldBeNull();
    }

    [Fact]
    public async Task Groups_by_kind_with_counts_and_marks_what_was_looked_for()
    {
        await StartAsync();

        var page = await browser!.GetAsync("/search?q=甲局");

        page.Heading.ShouldBe("搜索“甲局”");
        page.Texts("//section//h2").ShouldContain("单位");
        page.Texts("//section//span[@class='y-note']").ShouldContain("5 条");
        page.Texts("//ul[contains(@class,'y-hits')]/li/a")[0].ShouldBe("甲局");
        page.Document.SelectSingleNode("//ul[contains(@class,'y-hits')]/li[2]/a")!.InnerHtml.Trim().ShouldBe("<mark>甲局</mark>机关党委");
    }

    [Fact]
    public async Task Turns_pages_of_fifty_within_one_kind()
    {
        var committee = await StartAsync();
        await SaveAsync(committee, db => db.AddRange(Enumerable.Range(1, 120).Select(i => Unit.New(committee.TenantId, $"F{i:000}", $"分队{i}", Track.Party, committee.Second))));

        var all = await browser!.GetAsync("/search?q=分队");
        var units = await browser.GetAsync(all.LinkOf("看全部：单位"));
        var third = await browser.GetAsync("/search?q=分队&kind=Unit&page=3");

        all.Texts("//ul[contains(@class,'y-hits')]/li").Count.ShouldBe(10);
        units.Texts("//ul[contains(@class,'y-hits')]/li").Count.ShouldBe(50);
        units.Text.ShouldContain("第 1–50 条，共 120 条");
        third.Texts("//ul[contains(@class,'y-hits')]/li/a")[0].ShouldBe("分队101");
    }

    [Theory]
    [InlineData("<b>甲</b>乙丙", "没有找到“<b>甲</b>乙丙”")]
    [InlineData("？！", "请填汉字、字母或数字。")]
    public async Task Says_what_was_looked_for_in_vain_and_runs_none_of_it(string words, string sentence)
    {
        await StartAsync();

        var page = await browser!.GetAsync("/search?q=" + Uri.EscapeDataString(words));

        page.Text.ShouldContain(sentence);
        page.Document.SelectSingleNode("//main//b").ShouldBeNull();
    }

    [Fact]
    public async Task Suggests_a_few_of_each_kind_with_their_addresses()
    {
        var committee = await StartAsync();

        using var answer = JsonDocument.Parse(await (await browser!.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/search/suggest?q=A1"))).Content.ReadAsStringAsync());
        using var nothing = JsonDocument.Parse(await (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/search/suggest"))).Content.ReadAsStringAsync());

        answer.RootElement[0].GetProperty("text").GetString().ShouldBe("甲局");
        answer.RootElement[0].GetProperty("group").GetString().ShouldBe("单位");
        answer.RootElement[0].GetProperty("href").GetString().ShouldBe($"/units/{committee.FirstOrgan.Id}");
        nothing.RootElement.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Finds_complaints_for_those_who_handle_them()
    {
        await StartAsync();
        var form = await browser!.GetAsync("/complaints/new");
        await form.Form("提交").Fill("要反映的事", "食堂排队太久").SendAsync();

        var page = await browser.GetAsync("/search?q=食堂排队");

        page.Texts("//section//h2").ShouldContain("投诉建议");
        page.Document.SelectSingleNode("//ul[contains(@class,'y-hits')]//mark")!.InnerText.ShouldBe("食堂排队");
    }

    public void Dispose()
    {
        browser?.Dispose();
        database.Dispose();
    }

    private async Task<Committee> StartAsync(PostRole? role = null)
    {
        var committee = await Committee.FoundAsync(database, clock);
        browser = Browser.Start(database, clock);
        if (role is { } other)
        {
            await SaveAsync(committee, db =>
            {
                db.RemoveRange(db.Set<Post>());
                db.Add(Post.New(db.Set<Person>().Single(), committee.Root, other, "管理员", new DateOnly(2026, 1, 1)));
            });
        }

        await browser.SignInAsync();
        return committee;
    }

    private async Task SaveAsync(Committee committee, Action<YipanqiDb> change) => await database.UnitOfWork.WriteAsync<bool>(
        committee.TenantId,
        async db =>
        {
            change(db);
            await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(Unit), null), default);
            return true;
        },
        default);
}
