using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>A day of the committee's own calendar: of an imported notice, or changed by a person, which goes before the notice.</summary>
public sealed class CalendarDay : ITenantOwned
{
    public const int NameLength = 40;
    public const int ReasonLength = 500;

    private CalendarDay()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The year whose notice, or whose change, it belongs to.</summary>
    public Guid YearId { get; private set; }

    public DateOnly Day { get; private set; }

    public bool IsWorking { get; private set; }

    /// <summary>The holiday it belongs to, or what the day is for.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether a person changed the day, apart from the notice.</summary>
    public bool IsChange { get; private set; }

    /// <summary>Why it was changed; empty for a day of a notice.</summary>
    public string Reason { get; private set; } = "";

    public static CalendarDay OfNotice(CalendarYear year, DateOnly day, bool isWorking, string name) =>
        new() { TenantId = year.TenantId, Id = Guid.CreateVersion7(), YearId = year.Id, Day = day, IsWorking = isWorking, Name = name };

    public static CalendarDay Changed(CalendarYear year, DateOnly day, bool isWorking, string name, string reason) =>
        new() { TenantId = year.TenantId, Id = Guid.CreateVersion7(), YearId = year.Id, Day = day, IsWorking = isWorking, Name = name, IsChange = true, Reason = reason };

    /// <summary>Says something else about the same day.</summary>
    public void Set(bool isWorking, string name, string reason) => (IsWorking, Name, Reason) = (isWorking, name, reason);
}
