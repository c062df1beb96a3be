using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Shell.Frame;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class WaitingDutiesTests
{
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_what_is_late_near_by_its_reminder_or_returned(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        (await MineAsync(ground, ground.Secretary)).ShouldBe(1);

        // Friday the 30th is the last of three working days before Saturday 31 October, from Tuesday the 27th on.
        clock.Advance(TimeSpan.FromDays(14));
        (await MineAsync(ground, ground.Secretary)).ShouldBe(1);
        clock.Advance(TimeSpan.FromDays(1));
        (await MineAsync(ground, ground.Secretary)).ShouldBe(2);

        var later = await ground.OfAsync(ground.Committee.Branch, "2026M12");
        await ground.Complete.RunAsync(ground.Secretary, new(later.Id, 0, "办结", "", null), default);
        await ground.Return.RunAsync(ground.Office, new(later.Id, 1, "缺结果"), default);
        clock.Advance(TimeSpan.FromMinutes(1));
        (await MineAsync(ground, ground.Secretary)).ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_what_waits_for_a_decision_of_the_level_above(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        await ground.Complete.RunAsync(ground.Secretary, new((await ground.OfAsync(ground.Committee.Branch, "2026M10")).Id, 0, "办结", "", null), default);
        await ground.Ask.RunAsync(ground.Secretary, new((await ground.OfAsync(ground.Committee.Branch, "2026M11")).Id, RequestKind.Exemption, null, "理由"), default);

        var office = await Counter(ground).CountAsync(ground.Office, default);
        var secretary = await Counter(ground).CountAsync(ground.Secretary, default);

        office.ShouldBe(new Dictionary<string, int> { [Addresses.ToDecide] = 2 });
        secretary.ShouldBe(new Dictionary<string, int> { [Addresses.MyDue] = 1 });
        (await ground.Obligations.WaitingAsync(ground.Office, default)).Count.ShouldBe(2);
        (await ground.Obligations.WaitingAsync(ground.Secretary, default)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_nothing_of_others_nor_provisional_days_nor_what_records_tell(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var other = await Committee.FoundAsync(database, clock, "other");
        await ground.ListAsync("X", DutiesGround.Fields("B-1", frequency: "每年", due: "期末后10个工作日"), DutiesGround.Computed("B-2", DutyRecordKind.Terms));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        clock.Advance(TimeSpan.FromDays(120));

        foreach (var actor in new[] { ground.Secretary, ground.Office, ground.Lead, other.Lead })
        {
            (await Counter(ground).CountAsync(actor, default)).ShouldBeEmpty();
        }

        database.Commands.Clear();
        (await Counter(ground).CountAsync(ground.Committee.ActorAt(PostRole.AuditAdministrator, ground.Committee.Root), default)).ShouldBeEmpty();
        database.Commands.Commands.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_once_a_minute_and_anew_when_the_person_acts(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        using var cache = new MemoryCache(new MemoryCacheOptions());
        var counter = new WaitingCounts([Counter(ground)], cache, clock);
        database.Commands.Clear();
        await counter.CountAsync(ground.Secretary, default);
        var first = database.Commands.Commands.Count(c => c.Contains("obligation"));

        await counter.CountAsync(ground.Secretary, default);
        var kept = database.Commands.Commands.Count(c => c.Contains("obligation"));
        counter.Forget(ground.Secretary);
        await counter.CountAsync(ground.Secretary, default);
        clock.Advance(TimeSpan.FromMinutes(1));
        await counter.CountAsync(ground.Secretary, default);

        (first, kept, database.Commands.Commands.Count(c => c.Contains("obligation"))).ShouldBe((1, 1, 3));
    }

    [Fact]
    public async Task Stands_in_the_head_of_every_page_and_changes_when_the_person_decides()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await StartAsync(database);
        foreach (var period in new[] { "2026M09", "2026M10" })
        {
            await ground.Complete.RunAsync(ground.Secretary, new((await ground.OfAsync(ground.Committee.Branch, period)).Id, 0, "办结", "", null), default);
        }

        using var browser = Browser.Start(database, clock);
        await browser.SignInAsync();

        var anywhere = await browser.GetAsync("/units");
        var waiting = await browser.GetAsync("/duties/accept");
        var one = await browser.GetAsync($"/duties/{(await ground.OfAsync(ground.Committee.Branch, "2026M09")).Id}");
        var decided = await one.Form("认定").SendAsync();

        Head(anywhere).ShouldContain("2件待您认定或答复");
        waiting.Heading.ShouldContain("等您认定和答复");
        waiting.Rows("待认定、待答复").Count.ShouldBe(2);
        Head(decided).ShouldContain("1件待您认定或答复");
    }

    private static string Head(BrowserPage page) => string.Concat(page.Document.SelectNodes("//header[@class='y-top']//a[@href='/duties/accept']")?.Select(n => n.InnerText.Replace(" ", "").Replace("\n", "")) ?? []);

    private WaitingDuties Counter(DutiesGround ground) => new(ground.Database.UnitOfWork, ground.Calendars, clock);

    private async Task<int> MineAsync(DutiesGround ground, Actor actor) => (await Counter(ground).CountAsync(actor, default)).GetValueOrDefault(Addresses.MyDue);

    // Branches with a monthly duty since September, reminded of three working days before the last day.
    private async Task<DutiesGround> StartAsync(TestDatabase database)
    {
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        return ground;
    }
}
