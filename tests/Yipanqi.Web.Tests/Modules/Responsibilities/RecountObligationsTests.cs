using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class RecountObligationsTests
{
    private static readonly DateOnly Friday = new(2026, 11, 27);

    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Moves_what_is_to_be_done_when_a_day_of_the_calendar_changes(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var (branch, other) = (await ground.OfAsync(ground.Committee.Branch, "2026M11"), await ground.OfAsync(ground.Committee.OtherBranch, "2026M11"));
        var settle = ground.Settle;
        (await settle.RunAsync(ground.Committee.TenantId, default)).Value.Recounted.ShouldBe(0);

        await TakeOffAsync(ground);
        var recounted = await settle.RecountAsync(ground.Committee.TenantId, default);

        // Two working days before Monday the 30th: Thursday, and Wednesday once the Friday is off.
        (branch.DueDay, other.DueDay).ShouldBe((new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 26)));
        recounted.ShouldBe(2);
        var moved = await ground.OneAsync(branch.Id);
        (moved.DueDay, moved.IsProvisional, moved.Version).ShouldBe((new DateOnly(2026, 11, 25), false, 1));
        (await ground.JournalAsync("obligation.recounted")).Single().ActorId.ShouldBeNull();
        (await settle.RecountAsync(ground.Committee.TenantId, default)).ShouldBe(0);
        (await ground.Settle.RecountAsync(ground.Committee.TenantId, default)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_what_was_reported_or_extended(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var (reported, extended) = (await ground.OfAsync(ground.Committee.Branch, "2026M11"), await ground.OfAsync(ground.Committee.OtherBranch, "2026M11"));
        await ground.Complete.RunAsync(ground.Secretary, new(reported.Id, 0, "办结", "", null), default);
        await ground.SaveAsync(db =>
        {
            var row = db.Set<Obligation>().Single(o => o.Id == extended.Id);
            row.Ask(RequestKind.Extension, new DateOnly(2026, 12, 4), "理由", ground.Secretary.PersonId);
            row.Grant("", ground.Office.PersonId, clock.UtcNow);
            return Task.CompletedTask;
        });

        await TakeOffAsync(ground);

        (await ground.Settle.RecountAsync(ground.Committee.TenantId, default)).ShouldBe(0);
        (await ground.OneAsync(reported.Id)).DueDay.ShouldBe(reported.DueDay);
        (await ground.OneAsync(extended.Id)).DueDay.ShouldBe(new DateOnly(2026, 12, 4));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_the_year_of_a_duty_that_falls_due_once_and_the_day_of_an_event(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1", frequency: "一次", due: "期初后230个工作日"), DutiesGround.Fields("B-9", frequency: "遇事即办", due: "发生后40个工作日"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        await ground.Raise.RunAsync(ground.Secretary, new("B-9", Picked.Of(ground.Committee.Branch.Id.ToString()), new DateOnly(2026, 10, 12), "发生了一件事"), default);
        var before = await ground.AllAsync();

        await TakeOffAsync(ground);
        var recounted = await ground.Settle.RecountAsync(ground.Committee.TenantId, default);

        recounted.ShouldBe(before.Count(o => o.DueDay >= Friday));
        recounted.ShouldBe(3);
        (await ground.AllAsync()).ShouldAllBe(o => o.DueDay.Year == 2026 && o.DueDay > Friday);
    }

    private static async Task TakeOffAsync(DutiesGround ground) => (await new ChangeDay(ground.Database.UnitOfWork, ground.Calendars, ground.Clock)
        .RunAsync(ground.Lead, new(2026, 0, Friday, false, "全市停工", "台风"), default)).Refusals.ShouldBeEmpty();

    private async Task<DutiesGround> StartAsync(TestDatabase database)
    {
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1", due: "期末前2个工作日"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        return ground;
    }
}
