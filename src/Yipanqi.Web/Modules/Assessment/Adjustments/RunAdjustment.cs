namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One confirmed adjustment as a run takes it and its snapshot keeps it.</summary>
/// <param name="Position">The organisation's place in every column of the run.</param>
public sealed record RunAdjustment(int Position, AdjustmentKind Kind, int Hundredths, string Basis, string Document);
