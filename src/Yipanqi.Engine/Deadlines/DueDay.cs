namespace Yipanqi.Engine.Deadlines;

/// <summary>A day reached by counting working days.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsProvisional">
/// True when a year between the start and <paramref name="Day"/>, both included, has no published calendar: there only weekends were heeded, so the day can still move (暂定).
/// </param>
public readonly record struct DueDay(DateOnly Day, bool IsProvisional);
