namespace Yipanqi.Web.Tests.Support;

/// <summary>A clock that stands still until moved.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public TestClock() : this(new DateTimeOffset(2026, 10, 12, 1, 0, 0, TimeSpan.Zero))
    {
    }

    public DateTime UtcNow => now.UtcDateTime;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
