using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>
/// A year of the committee's own calendar: one whose official arrangement people imported, or one in which they changed days of the shipped arrangement. Whoever changes a day of it
/// raises its version, by which kept calendars are told from new ones.
/// </summary>
public sealed class CalendarYear : ITenantOwned, IVersioned
{
    public const int SourceLength = 300;

    private CalendarYear()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public int Year { get; private set; }

    /// <summary>Whether the imported days stand in place of the shipped ones.</summary>
    public bool IsImported { get; private set; }

    /// <summary>Number or address of the notice the import rests on.</summary>
    public string Source { get; private set; } = "";

    /// <summary>How often its days were changed.</summary>
    public int Changes { get; private set; }

    public int Version { get; private set; }

    /// <summary>A new one has version 1: 0 stands for a year of which nothing is kept yet.</summary>
    public static CalendarYear Of(Guid tenantId, int year) => new() { TenantId = tenantId, Id = Guid.CreateVersion7(), Year = year, Version = 1 };

    public void Import(string source)
    {
        (IsImported, Source) = (true, source);
        Changes++;
    }

    public void ChangeDay() => Changes++;
}
