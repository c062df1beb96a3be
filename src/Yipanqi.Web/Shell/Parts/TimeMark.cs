namespace Yipanqi.Web.Shell.Parts;

/// <summary>One line of a timeline.</summary>
/// <param name="When">As written: 10月14日.</param>
public sealed record TimeMark(string When, string What, string? Note = null, StepState State = StepState.Done);
