using Yipanqi.Engine.Deadlines;
using Yipanqi.Tool;

namespace Yipanqi.Engine.Tests.Support;

internal static class Calendars
{
    /// <summary>The calendar that is shipped, 2024 to 2026.</summary>
    public static WorkingCalendar Official() => CalendarFile.Shipped();
}
