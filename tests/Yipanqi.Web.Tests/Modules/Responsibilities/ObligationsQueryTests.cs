using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class ObligationsQueryTests
{
    private static readonly DateOnly YearEnd = new(2026, 12, 31);

    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lists_what_lies_in_scope_and_nothing_of_others(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var other = await Committee.FoundAsync(database, clock, "other");

        (await CountAsync(ground.Lead)).ShouldBe(4 + 8);
        (await CountAsync(ground.Office)).ShouldBe(2 + 8);
        (await CountAsync(ground.Secretary)).ShouldBe(4);
        (await CountAsync(ground.PartyGroup)).ShouldBe(2);
        (await CountAsync(ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second, ground.Committee.SecondOrgan))).ShouldBe(2);
        (await CountAsync(other.Lead)).ShouldBe(0);

        async Task<int> CountAsync(Actor actor)
        {
            var filter = Filter(("show", "all"));
            var page = await ground.Obligations.PageAsync(actor, filter, 1, default);
            (await ground.Obligations.ExportAsync(actor, filter, default)).Count.ShouldBe(page.List.Rows.Count);
            return page.List.Rows.Count;
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Narrows_by_state_level_day_duty_and_words(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var done = await ground.OfAsync(ground.Committee.Branch, "2026M10");
        await ground.Complete.RunAsync(ground.Secretary, new(done.Id, 0, "办结", "", null), default);
        await ground.Ask.RunAsync(ground.Secretary, new((await ground.OfAsync(ground.Committee.Branch, "2026M11")).Id, RequestKind.Exemption, null, "理由"), default);

        (await CountAsync()).ShouldBe(11);
        (await CountAsync(("show", "late"))).ShouldBe(4);
        (await CountAsync(("show", "submitted"))).ShouldBe(1);
        (await CountAsync(("show", "asked"))).ShouldBe(1);
        (await CountAsync(("show", "accepted"))).ShouldBe(0);
        (await CountAsync(("level", "PartyGroup"))).ShouldBe(4);
        (await CountAsync(("from", "2026-10-01"), ("to", "2026-10-31"))).ShouldBe(1);
        (await CountAsync(("duty", "G-1"))).ShouldBe(4);
        (await CountAsync(("q", "第二党支部"))).ShouldBe(4);
        (await CountAsync(("q", "B-1"))).ShouldBe(7);
        (await CountAsync(("outcome", "missed"))).ShouldBe(4);
        (await CountAsync(("show", "nonsense"), ("level", "99"), ("from", "someday"))).ShouldBe(11);

        async Task<int> CountAsync(params (string, string)[] values) => (await ground.Obligations.PageAsync(ground.Lead, Filter(values), 1, default)).List.Rows.Count;
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Puts_the_earliest_due_first_or_as_asked(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);

        foreach (var sort in new[] { "", "due", "-due", "-done" })
        {
            var rows = (await ground.Obligations.PageAsync(ground.Lead, Filter(("sort", sort)), 1, default)).List.Rows;
            var days = rows.Select(r => r.DueDay).ToList();
            days.ShouldBe(sort == "-due" ? [.. days.OrderDescending()] : [.. days.Order()], "an order that no index gives is not taken");
            rows.Count.ShouldBe(12);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_a_person_their_own_and_what_waits_for_them(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        await ground.Complete.RunAsync(ground.Secretary, new((await ground.OfAsync(ground.Committee.Branch, "2026M10")).Id, 0, "办结", "", null), default);

        var secretary = await ground.Obligations.MineAsync(ground.Secretary, YearEnd, default);
        var office = await ground.Obligations.MineAsync(ground.Office, YearEnd, default);
        var month = await ground.Obligations.MonthAsync(ground.Secretary, new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31), default);

        secretary.Lines.Select(l => l.PeriodKey).ShouldBe(["2026M09", "2026M11", "2026M12"]);
        secretary.Lines[0].IsOverdue(ground.Obligations.Today).ShouldBeTrue();
        (office.Lines.Count, office.Waiting).ShouldBe((0, 1));
        month.Lines.Single().State.ShouldBe(ObligationState.Submitted);
        (await ground.Obligations.MineAsync(ground.PartyGroup, YearEnd, default)).Lines.Count.ShouldBe(2);
        (await ground.Obligations.MineAsync(ground.Lead, YearEnd, default)).Lines.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_as_many_commands_for_many_rows_as_for_few(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1", frequency: "每年"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        var few = await CountsAsync();
        await ground.ListAsync("Y", [.. Enumerable.Range(1, 12).Select(i => DutiesGround.Fields($"C-{i}"))]);
        await ground.Generate.RunAsync(ground.Officer, 2026, default);

        var many = await CountsAsync();

        many.ShouldBe(few);
        few.Mine.ShouldBeLessThanOrEqualTo(4);

        async Task<(int Mine, int Page, int Coverage, int Transmission)> CountsAsync() => (
            await CountAsync(() => ground.Obligations.MineAsync(ground.Secretary, YearEnd, default)),
            await CountAsync(() => ground.Obligations.ExportAsync(ground.Lead, Filter(), default)),
            await CountAsync(() => ground.Cascade.CoverageAsync(ground.Lead, CascadeQuery.Span.OfQuarter(YearEnd), new Picked(), default)),
            await CountAsync(() => ground.Cascade.TransmissionAsync(ground.Lead, CascadeQuery.Span.OfQuarter(YearEnd), new Picked(), default)));

        async Task<int> CountAsync(Func<Task> read)
        {
            database.Commands.Clear();
            await read();
            return database.Commands.Commands.Count;
        }
    }

    private static ObligationFilter Filter(params (string Name, string Value)[] values) => ObligationFilter.Read(name => values.FirstOrDefault(v => v.Name == name).Value);

    // Party groups with a quarterly duty, branches with a monthly one, since September.
    private async Task<DutiesGround> StartAsync(TestDatabase database)
    {
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("G-1", "党组", "每季度"), DutiesGround.Fields("B-1", parent: "G-1"));
        (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Refusals.ShouldBeEmpty();
        return ground;
    }
}
