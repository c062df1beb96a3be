namespace Yipanqi.Web.Demo;

/// <summary>The clock of the demo's past: stands at nine in the morning of the day set.</summary>
public sealed class DemoClock : TimeProvider
{
    private DateTimeOffset now;

    public DateTime Now => now.UtcDateTime;

    public void SetDay(DateOnly day) => now = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), Access.ChinaTime.Offset).ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => now;
}
