using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Tables;
using Yipanqi.Web.Shell.Views;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Shell;

public sealed class SavedViewTests : IDisposable
{
    private readonly TestClock clock = new();
    private readonly ListAddress bare = ListAddress.From("/units");
    private TestDatabase? database;

    private SaveView Save => new(database!.UnitOfWork, clock);

    private ChooseColumns Choose => new(database!.UnitOfWork, clock);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keep_filters_order_and_columns_under_a_name(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);

        await Choose.RunAsync(committee.Lead, new("units", ["code", "head"]), default);
        var id = (await Save.RunAsync(committee.Lead, new("units", " 党组织 ", "track=party&sort=-code&page=3&saved=x", IsDefault: true), default)).Value;

        var view = await ViewAsync(committee.Lead, bare);
        view.Saved.Single().ShouldBe(new(id, "党组织", "track=party&sort=-code", "code,head", true));
        view.Start.ShouldBe($"/units?track=party&sort=-code&saved={id}");
        (await ViewAsync(committee.Lead, ListAddress.From("/units?saved=all"))).Start.ShouldBeNull();
        (await ViewAsync(committee.Lead, ListAddress.From(view.Start!))).Shows("kind", usually: true).ShouldBeFalse();
        (await EntriesAsync(committee, "view.saved")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_seen_and_changed_by_nobody_else(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var id = (await Save.RunAsync(committee.Lead, new("units", "我的", "track=party", false), default)).Value;
        var another = committee.Lead with { PersonId = Guid.CreateVersion7() };

        (await ViewAsync(another, bare)).Saved.ShouldBeEmpty();
        (await ViewAsync(committee.Lead with { TenantId = Guid.CreateVersion7() }, bare)).Saved.ShouldBeEmpty();
        (await new ChangeView(database!.UnitOfWork, clock).RunAsync(another, new(id, ChangeView.Step.Delete), default)).Refusals.Single().Code.ShouldBe("view.absent");
        (await ViewAsync(committee.Lead, bare)).Saved.Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_of_a_list_is_the_default_and_the_same_name_replaces(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var change = new ChangeView(database!.UnitOfWork, clock);

        var first = (await Save.RunAsync(committee.Lead, new("units", "甲", "q=1", true), default)).Value;
        var second = (await Save.RunAsync(committee.Lead, new("units", "乙", "q=2", true), default)).Value;
        var again = (await Save.RunAsync(committee.Lead, new("units", "甲", "q=3", false), default)).Value;

        again.ShouldBe(first);
        (await ViewAsync(committee.Lead, bare)).Saved.Select(v => (v.Name, v.Query, v.IsDefault)).ShouldBe([("乙", "q=2", true), ("甲", "q=3", false)], ignoreOrder: true);
        await change.RunAsync(committee.Lead, new(second, ChangeView.Step.NotDefault), default);
        (await ViewAsync(committee.Lead, bare)).Start.ShouldBeNull();
        await change.RunAsync(committee.Lead, new(second, ChangeView.Step.Delete), default);
        (await ViewAsync(committee.Lead, bare)).Saved.Single().Name.ShouldBe("甲");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_not_journaled_again_where_nothing_is_changed(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var change = new ChangeView(database!.UnitOfWork, clock);

        var id = (await Save.RunAsync(committee.Lead, new("units", "甲", "q=1", true), default)).Value;
        (await Save.RunAsync(committee.Lead, new("units", "甲", "q=1", true), default)).Value.ShouldBe(id);
        (await change.RunAsync(committee.Lead, new(id, ChangeView.Step.Default), default)).Value.ShouldBe("甲");
        await Choose.RunAsync(committee.Lead, new("units", ["code", "head"]), default);
        await Choose.RunAsync(committee.Lead, new("units", ["code", "head"]), default);

        (await EntriesAsync(committee, "view.saved")).ShouldBe(1);
        (await EntriesAsync(committee, "view.columns-chosen")).ShouldBe(1);
    }

    [Theory, InlineData(""), InlineData("三十一个字的名字三十一个字的名字三十一个字的名字三十一个字的名")]
    public async Task Need_a_name_of_thirty_characters_at_most(string name)
    {
        var committee = await StartAsync(DatabaseKind.Sqlite);

        var outcome = await Save.RunAsync(committee.Lead, new("units", name, "", false), default);

        outcome.Refusals.Single().Field.ShouldBe("Name");
        (await EntriesAsync(committee, "view.saved")).ShouldBe(0);
    }

    [Fact]
    public async Task Are_saved_opened_and_left_from_the_list_without_script()
    {
        var committee = await StartAsync(DatabaseKind.Sqlite, new TestClock(TimeProvider.System.GetUtcNow()));
        using var browser = Browser.Start(database!, new TestClock(TimeProvider.System.GetUtcNow()));
        await browser.SignInAsync();
        var filtered = await browser.GetAsync("/units?track=party");

        var saved = await filtered.Form("保存").Fill("给现在的筛选、排序和列起个名字", "只看党组织").SendAsync();

        saved.Text.ShouldContain("已保存筛选“只看党组织”");
        saved.Rows("单位名单").Count.ShouldBe(5);
        var made = await saved.Form("打开列表时先用").SendAsync();
        made.Text.ShouldContain("先用“只看党组织”");
        (await browser.GetAsync("/units")).Rows("单位名单").Count.ShouldBe(5);
        (await browser.GetAsync("/units?saved=all")).Rows("单位名单").Count.ShouldBe(9);
        await (await browser.GetAsync("/units")).Form("删除").SendAsync();
        (await browser.GetAsync("/units")).Rows("单位名单").Count.ShouldBe(9);
    }

    [Fact]
    public async Task Columns_stay_as_chosen()
    {
        await StartAsync(DatabaseKind.Sqlite, new TestClock(TimeProvider.System.GetUtcNow()));
        using var browser = Browser.Start(database!, new TestClock(TimeProvider.System.GetUtcNow()));
        await browser.SignInAsync();
        var list = await browser.GetAsync("/units");

        await list.Form("按所选显示").Uncheck("column", "kind").SendAsync();

        var heads = (await browser.GetAsync("/units")).Texts("//table//thead//th");
        heads.ShouldNotContain("类别");
        heads.ShouldContain("名称");
        (await (await browser.GetAsync("/units")).Form("恢复原样").SendAsync()).Texts("//table//thead//th").ShouldContain("类别");
    }

    public void Dispose() => database?.Dispose();

    private async Task<Committee> StartAsync(DatabaseKind kind, TestClock? at = null)
    {
        database = new TestDatabase(kind);
        return await Committee.FoundAsync(database, at ?? clock);
    }

    private Task<ListView> ViewAsync(Actor actor, ListAddress address) => new ListViewQuery(database!.UnitOfWork).FindAsync(actor, "units", address, default);

    private Task<int> EntriesAsync(Committee committee, string action) =>
        database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().CountAsync(e => e.Action == action), default);
}
