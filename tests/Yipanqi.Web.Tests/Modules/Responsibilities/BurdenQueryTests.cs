using System.Text;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Shell.Tables;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

/// <summary>A list of 2026: each quarter 30 minutes of two Party groups, each month 30 of two branches, each year 12 of each member; one duty is computed.</summary>
public sealed class BurdenQueryTests
{
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Multiplies_minutes_by_times_by_holders_and_puts_the_most_first(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);

        var view = await FindAsync(ground, ground.Lead, "");

        view.Lines.Select(l => (l.Duty.Code, l.TimesAYear, l.Holders, Math.Round(l.Hours, 2))).ShouldBe([("B1", 12, 2, 12), ("G1", 4, 2, 4), ("M1", 1, 3, 0.6), ("B2", 12, 2, 0)]);
        view.Hours.ShouldBe(16.6, 1e-9);
        DutyWords.Levels.Select(view.EachOf).ShouldBe([2, null, 6, 0.2]);
        (view.Year, string.Join(' ', view.Years)).ShouldBe((2026, "2026 2027"));
        (await FindAsync(ground, ground.Lead, "?sort=minutes")).Lines.Select(l => l.Duty.Code).ShouldBe(["B2", "M1", "G1", "B1"]);
        (await FindAsync(ground, ground.Lead, "?sort=-each&year=2031")).Lines[0].Duty.Code.ShouldBe("B1");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_the_subtree_asked_for_and_nothing_outside_the_scope(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var other = ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second, ground.Committee.SecondOrgan);

        var branch = await FindAsync(ground, ground.Lead, $"?unit.Id={ground.Committee.Branch.Id}");
        var first = await FindAsync(ground, ground.Lead, "?unit.Text=P1");
        var outside = await FindAsync(ground, other, "?unit.Text=P1");

        (branch.UnitName, Of(branch)).ShouldBe(("甲局第一党支部", "0 0 1 2"));
        (first.UnitName, Of(first)).ShouldBe(("甲局机关党委", "1 1 2 3"));
        (outside.UnitName, outside.Fault is null, Of(outside)).ShouldBe(("", false, "1 1 0 0"));

        string Of(BurdenView view) => string.Join(' ', DutyWords.Levels.Select(l => view.Holders[l]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reads_the_lists_of_the_year_and_needs_as_many_commands_for_many_duties_as_for_few(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var few = await CountAsync();

        await ground.ListAsync("R", [.. Enumerable.Range(1, 5).Select(i => DutiesGround.Fields("R" + i, "机关党委", wording: $"第{i}件不同的事项"))]);

        (await CountAsync()).ShouldBe(few);
        (await FindAsync(ground, ground.Lead, "")).Lines.Count.ShouldBe(9);
        clock.Advance(TimeSpan.FromDays(-500));
        (await FindAsync(ground, ground.Lead, "?year=2025")).Lines.ShouldBeEmpty();

        async Task<int> CountAsync()
        {
            database.Commands.Clear();
            await FindAsync(ground, ground.Lead, $"?unit.Id={ground.Committee.First.Id}");
            return database.Commands.Commands.Count;
        }
    }

    [Fact]
    public async Task Is_a_page_with_sorting_a_filter_and_files()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        using var browser = Browser.Start(database, clock);
        await browser.SignInAsync();
        var empty = await browser.GetAsync("/duties/burden");
        await FillAsync(ground);

        var page = await (await browser.GetAsync("/duties")).ClickAsync("基层负担");
        var computed = await browser.GetAsync("/duties/burden?show=computed");
        var absent = await browser.GetAsync("/duties/burden?unit.Text=nowhere");
        var line = await page.ClickAsync("办结事项B1");
        var file = Encoding.UTF8.GetString((await browser.DownloadAsync("/duties/burden/export?format=csv&unit.Text=P1")).Bytes);

        empty.Text.ShouldContain("2026年没有施行的清单");
        page.Rows("各项责任的用时").Select(r => r[^1]).ShouldBe(["12.0", "4.0", "0.6", "0.0"]);
        page.Text.ShouldContain("1 项由记录计算，不用报");
        computed.Rows("各项责任的用时").Single()[3].ShouldBe("由届次登记计算");
        absent.Text.ShouldContain("没有编码或名称为“nowhere”的党组织");
        line.Path.ShouldStartWith("/duties/lists/");
        file.ShouldContain("B1,办结事项B1,清单Q,党支部,,30,12,6,2,12");
    }

    private static Task<BurdenView> FindAsync(DutiesGround ground, Actor actor, string query)
    {
        var address = ListAddress.From("/duties/burden" + query);
        return new BurdenQuery(ground.Database.UnitOfWork, ground.Clock).FindAsync(actor, BurdenQuery.Input.Read(name => address[name]), default);
    }

    private async Task<DutiesGround> StartAsync(TestDatabase database)
    {
        var ground = await DutiesGround.StartAsync(database, clock);
        await FillAsync(ground);
        return ground;
    }

    private static async Task FillAsync(DutiesGround ground)
    {
        await ground.MemberAsync(ground.Committee.Branch, "S1");
        await ground.MemberAsync(ground.Committee.Branch, "S2");
        await ground.MemberAsync(ground.Committee.OtherBranch, "S3");
        var (member, computed) = (DutiesGround.Fields("M1", "党员", "每年"), DutiesGround.Fields("B2", wording: "另一件由记录得知的责任"));
        (member[DutyText.Minutes], computed[DutyText.Minutes], computed[DutyText.Computed]) = ("12", "0", "届次登记");
        await ground.ListAsync("Q", DutiesGround.Fields("G1", "党组", "每季度"), DutiesGround.Fields("B1"), computed, member);
    }
}
