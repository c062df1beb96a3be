namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>From when on records count for a duty, by when it is due, and up to when records are read: what comes after the due day is late.</summary>
public sealed record DutyRecordSpan(DateOnly First, DateOnly DueDay, DateOnly Today);
