using System.Net;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class PostPagesTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Committee committee = default!;
    private Administration administration = default!;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tell_who_held_what_on_any_day(DatabaseKind kind)
    {
        await StartAsync(kind);
        var someone = await administration.AddAsync("陈立", "chenli", committee.Branch, PostRole.BranchSecretary);
        await administration.ProposeEnd.RunAsync(administration.System, new(someone.AccountId, someone.PostId, new DateOnly(2026, 6, 30), "调离"), default);
        await administration.DecideAllAsync();

        var today = await browser!.GetAsync("/posts?person=陈立");
        var june = await browser.GetAsync("/posts?person=陈立&day=2026-06-30");
        var byRole = await browser.GetAsync("/posts?role=SystemAdministrator&unit=GW");

        today.Text.ShouldContain("这一天没有符合条件的任职");
        june.Rows("任职名单").Single().Skip(4).ShouldBe(["2026-01-01", "2026-06-30"]);
        byRole.Rows("任职名单").Single()[3].ShouldBe("管账号");
        (await browser.DownloadAsync("/posts/export?format=csv&day=2026-06-30")).Name.ShouldBe("职务和权限（2026-06-30）.csv");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tell_all_who_reach_a_unit_from_above_or_by_a_link(DatabaseKind kind)
    {
        await StartAsync(kind);
        await administration.AddAsync("王强", "wangqiang", committee.First, PostRole.PartyCommitteeOfficer);
        await administration.AddAsync("陈立", "chenli", committee.Branch, PostRole.BranchSecretary);
        await administration.AddAsync("赵远", "zhaoyuan", committee.Second, PostRole.PartyCommitteeOfficer);
        async Task<List<string>> NamesAsync(string unit, string more = "&over=yes") =>
            [.. (await browser!.GetAsync($"/posts?unit={unit}{more}")).Rows("任职名单").Select(r => r[0]).Where(n => n.StartsWith("王强", StringComparison.Ordinal) || n.StartsWith("陈立", StringComparison.Ordinal) || n.StartsWith("赵远", StringComparison.Ordinal)).Select(n => n[..2]).Order()];

        (await NamesAsync("甲局第一党支部")).ShouldBe(["王强", "陈立"]);
        (await NamesAsync("甲局第一党支部", "")).ShouldBe(["陈立"]);
        (await NamesAsync("A1D1")).ShouldBe(["王强", "陈立"], "the branch is tied to the department, its committee to the organ above");
        (await NamesAsync("甲局")).ShouldBe(["王强"], "the branch does not reach the organ");
        (await NamesAsync("P2")).ShouldBe(["赵远"]);
        (await browser!.GetAsync("/posts?unit=甲&over=yes")).Text.ShouldContain("查谁管得到一个单位，要填它的编码、全称或简称。", customMessage: "part of a name is not one unit");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Say_why_a_person_sees_a_unit_or_that_nothing_lets_them(DatabaseKind kind)
    {
        await StartAsync(kind);
        var someone = await administration.AddAsync("王强", "wangqiang", committee.First, PostRole.PartyCommitteeOfficer);

        var own = await WhyAsync(someone, "P1");
        var below = await WhyAsync(someone, "甲局第一党支部");
        var linked = await WhyAsync(someone, "A1D1");
        var outside = await WhyAsync(someone, "P2");
        var before = await browser!.GetAsync($"/posts/why?person={someone.PersonId}&unit=P1&day=2025-12-31");
        var stranger = await browser.GetAsync($"/posts/why?person={Guid.CreateVersion7()}&unit=P1");

        own.ShouldContain("2026年1月1日起任甲局机关党委职务（机关党委），职务就在这个单位");
        own.ShouldContain("可以：看考评、看单位");
        below.ShouldContain("这个单位在它下级");
        linked.ShouldContain("甲局机关党委对应甲局，这个单位在甲局下级");
        outside.ShouldContain("王强看不到乙局机关党委。2026年10月12日没有任何在任职务的范围包含这个单位。");
        before.Text.ShouldContain("2025年12月31日没有任何在任职务");
        stranger.Text.ShouldContain("没有这个人");
    }

    [Fact]
    public async Task Tell_oneself_the_same_and_nothing_of_units_out_of_reach()
    {
        await StartAsync(DatabaseKind.Sqlite);
        await administration.AddAsync("王强", "wangqiang", committee.First, PostRole.PartyCommitteeOfficer);
        using var own = browser!.Another();
        await own.SignInAsync("wangqiang");

        var seen = await own.GetAsync("/account?unit=甲局");
        var hidden = await own.GetAsync("/account?unit=P2");
        var absent = await own.GetAsync("/account?unit=P9");

        seen.Text.ShouldContain("甲局机关党委对应这个行政单位");
        hidden.Text.Replace("P2", "P9").ShouldBe(absent.Text);
        hidden.Status.ShouldBe(HttpStatusCode.OK);
    }

    public void Dispose()
    {
        browser?.Dispose();
        database?.Dispose();
    }

    private async Task StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        committee = await Committee.FoundAsync(database, clock);
        administration = await Administration.AddAsync(database, committee, clock);
        browser = Browser.Start(database, clock);
        await browser.SignInAsync("secadmin");
    }

    private async Task<string> WhyAsync(Administration.Someone someone, string unit) =>
        (await browser!.GetAsync($"/posts/why?person={someone.PersonId}&unit={unit}")).Text;
}
