namespace Yipanqi.Engine.Deadlines;

/// <summary>A day for which the official arrangement of holidays says whether it is worked, whatever its weekday.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsWorking">True for a make-up day (调休上班), false for a day off.</param>
/// <param name="Name">The holiday it belongs to, for instance 春节.</param>
public sealed record SpecialDay(DateOnly Day, bool IsWorking, string Name);
