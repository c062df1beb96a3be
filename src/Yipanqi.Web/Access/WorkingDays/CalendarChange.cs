namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>A day that a person changed.</summary>
public sealed record CalendarChange(Guid Id, DateOnly Day, bool IsWorking, string Name, string Reason);
