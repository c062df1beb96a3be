using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access.WorkingDays;

public sealed class ChangeDayTests
{
    private static readonly DateOnly Wednesday = new(2026, 10, 14);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_for_who_manages_the_calendar_from_the_top_alone(DatabaseKind kind)
    {
        using var ground = await CalendarGround.StartAsync(kind);
        var below = ground.Committee.ActorAt(PostRole.WorkCommitteeOfficer, ground.Committee.First);

        (await ground.Change.RunAsync(ground.Committee.FirstOfficer, new(2026, 0, Wednesday, false, "", "停工"), default)).Refusals.Single().Code.ShouldBe("calendar.forbidden");
        (await ground.Change.RunAsync(below, new(2026, 0, Wednesday, false, "", "停工"), default)).Refusals.Single().Code.ShouldBe("calendar.forbidden");
        (await ground.Restore.RunAsync(below, Guid.CreateVersion7(), "停工", default)).Refusals.Single().Code.ShouldBe("calendar.forbidden");
        (await ground.CalendarAsync()).IsWorkingDay(Wednesday).ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Moves_due_days_at_once_and_keeps_why(DatabaseKind kind)
    {
        using var ground = await CalendarGround.StartAsync(kind);
        (await ground.CalendarAsync()).AddWorkingDays(new(2026, 10, 13), 1).ShouldBe(new DueDay(Wednesday, false));

        (await ground.ChangeAsync("2026-10-14", works: false)).Refusals.ShouldBeEmpty();

        (await ground.CalendarAsync()).AddWorkingDays(new(2026, 10, 13), 1).ShouldBe(new DueDay(new(2026, 10, 15), false));
        var entry = (await ground.JournalAsync("calendar.day-changed")).Single();
        (entry.Reason, entry.Detail).ShouldBe(("台风停工", """{"day":"2026-10-14","works":false}"""));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Can_be_changed_again_and_taken_back(DatabaseKind kind)
    {
        using var ground = await CalendarGround.StartAsync(kind);
        await ground.ChangeAsync("2026-10-14", works: false);
        await ground.ChangeAsync("2026-10-14", works: true, "台风改道", version: 1);
        await ground.ChangeAsync("2026-10-01", works: true, "值守", version: 2);
        var view = await ground.Query.FindAsync(ground.Committee.Lead, 2026, default);

        view.Changes.Select(c => (c.Day.ToString("MM-dd"), c.IsWorking, c.Reason)).ShouldBe([("10-01", true, "值守"), ("10-14", true, "台风改道")]);
        (await ground.Restore.RunAsync(ground.Committee.Lead, view.Changes[0].Id, "", default)).Refusals.Single().Field.ShouldBe("Reason");
        (await ground.Restore.RunAsync(ground.Committee.Lead, view.Changes[0].Id, "登记错误", default)).Refusals.ShouldBeEmpty();
        (await ground.Restore.RunAsync(ground.Committee.Lead, view.Changes[0].Id, "登记错误", default)).Refusals.Single().Code.ShouldBe("calendar.absent");

        (await ground.CalendarAsync()).IsWorkingDay(new(2026, 10, 1)).ShouldBeFalse();
        (await ground.JournalAsync("calendar.day-restored")).Single().Reason.ShouldBe("登记错误");
    }

    [Theory]
    [InlineData(2026, "2026-10-14", true, "原因", "IsWorking")]
    [InlineData(2026, "2026-10-01", false, "原因", "IsWorking")]
    [InlineData(2026, "2026-10-14", false, "", "Reason")]
    [InlineData(2026, "2026-10-14", null, "原因", "IsWorking")]
    [InlineData(2026, "2025-10-14", false, "原因", "Day")]
    [InlineData(2026, null, false, "原因", "Day")]
    [InlineData(2027, "2027-10-14", false, "原因", "Day")]
    public async Task Refuses_what_changes_nothing_has_no_reason_or_lies_in_an_unknown_year(int year, string? day, bool? works, string reason, string field)
    {
        using var ground = await CalendarGround.StartAsync(DatabaseKind.Sqlite);

        var outcome = await ground.Change.RunAsync(ground.Committee.Lead, new(year, 0, day is null ? null : DateOnly.Parse(day), works, "", reason), default);

        outcome.Refusals.Select(r => r.Field).Distinct().ShouldBe([field]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_people_at_once_the_second_is_told(DatabaseKind kind)
    {
        using var ground = await CalendarGround.StartAsync(kind);
        await ground.ChangeAsync("2026-10-14", works: false);

        (await ground.ChangeAsync("2026-10-15", works: false)).Refusals.Single().Code.ShouldBe("calendar.raced");
        (await ground.ChangeAsync("2026-10-15", works: false, version: 1)).Refusals.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_committee_keeps_its_own_days(DatabaseKind kind)
    {
        using var ground = await CalendarGround.StartAsync(kind);
        var other = await Committee.FoundAsync(ground.Database, ground.Clock, "other");
        await ground.ChangeAsync("2026-10-14", works: false);

        (await ground.CalendarAsync(other.TenantId)).IsWorkingDay(Wednesday).ShouldBeTrue();
        (await ground.Query.FindAsync(other.Lead, 2026, default)).Changes.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_calendar_that_did_not_change_costs_one_command(DatabaseKind kind)
    {
        using var ground = await CalendarGround.StartAsync(kind);
        await ground.ChangeAsync("2026-10-14", works: false);
        var first = await ground.CalendarAsync();
        ground.Database.Commands.Clear();

        (await ground.CalendarAsync()).ShouldBeSameAs(first);

        ground.Database.Commands.Commands.Count.ShouldBe(1);
    }
}
