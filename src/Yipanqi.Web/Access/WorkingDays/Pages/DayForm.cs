namespace Yipanqi.Web.Access.WorkingDays.Pages;

/// <summary>A changed day as it was typed.</summary>
public sealed class DayForm
{
    public int Version { get; set; }

    public string? Day { get; set; }

    public string? IsWorking { get; set; }

    public string? Name { get; set; }

    public string? Reason { get; set; }
}
