using System.Globalization;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Responsibilities.Pages;

/// <summary>What the form of an event sends.</summary>
public sealed class EventInput
{
    public string? DutyCode { get; set; }

    public Picked? Unit { get; set; }

    public string? Day { get; set; }

    public string? Text { get; set; }

    public DateOnly? AskedDay => DateOnly.TryParseExact(Day?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
