namespace Yipanqi.Web.Shell.Parts;

/// <summary>One step, with a date or a name below it.</summary>
public sealed record Step(string Label, StepState State, string? Note = null);
