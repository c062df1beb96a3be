namespace Yipanqi.Journeys.Support;

/// <summary>The real clock, set forward where a journey has to let days pass.</summary>
public sealed class MovingClock : TimeProvider
{
    private TimeSpan ahead;

    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime.AddHours(8));

    public void Pass(int days) => ahead += TimeSpan.FromDays(days);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
