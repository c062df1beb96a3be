using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A year that the committee imported, and two days of the present year changed by hand. The calendar is the whole committee's: its words belong to no unit.</summary>
public sealed class CalendarSeed : Seed
{
    public override IReadOnlyList<Type> Covers => [typeof(CalendarYear), typeof(CalendarDay)];

    public override async Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var words = tenant.CanaryOf(0).ToString();
        var name = words[^Math.Min(words.Length, CalendarDay.NameLength)..];
        var change = new ChangeDay(database.UnitOfWork, new WorkingCalendars(), clock);
        (await change.RunAsync(tenant.Lead, new(2026, 0, new DateOnly(2026, 10, 20), false, name, words), default)).Refusals.ShouldBeEmpty();
        (await change.RunAsync(tenant.Lead, new(2026, 1, new DateOnly(2026, 10, 24), true, name, words), default)).Refusals.ShouldBeEmpty();
        await database.UnitOfWork.WriteAsync<bool>(
            tenant.Id,
            async db =>
            {
                var year = CalendarYear.Of(tenant.Id, 2027);
                year.Import(words);
                db.AddRange(year, CalendarDay.OfNotice(year, new DateOnly(2027, 1, 1), false, name));
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.calendar", nameof(CalendarYear), year.Id), default);
                return true;
            },
            default);
    }
}
