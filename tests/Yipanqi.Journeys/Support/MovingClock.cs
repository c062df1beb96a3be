namespace Yipanqi.Journeys.Support;

/// <summary>The real clock, set to a day where the calendar matters and set forward where a journey has to let days pass.</summary>
public sealed class MovingClock : TimeProvider
{
    private static readonly TimeOnly Morning = new(9, 0);
    private TimeSpan ahead;

    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>A clock that shows nine in the morning of this day and goes on from there.</summary>
    public static MovingClock From(DateOnly day)
    {
        var clock = new MovingClock();
        clock.ahead = new DateTimeOffset(day.ToDateTime(Morning), TimeSpan.FromHours(8)) - clock.GetUtcNow();
        return clock;
    }

    public void Pass(int days) => ahead += TimeSpan.FromDays(days);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
