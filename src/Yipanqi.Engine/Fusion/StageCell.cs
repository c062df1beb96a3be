namespace Yipanqi.Engine.Fusion;

/// <summary>One stage of a task on both tracks, seen by its worst live fusion point.</summary>
/// <param name="State">How the tracks stand to each other.</param>
/// <param name="LagDays">
/// Calendar days, at least 0. Joined: between the two records. One side missing: from the other's record to the day looked at. Both missing: from the due day. Not due: 0.
/// </param>
/// <param name="LateDays">Days beyond the day by which the missing side was due; 0 where it is not late or nothing is missing.</param>
/// <param name="LimitDay">The day by which what is missing is due: the stage's due day, or, once one side is there, its day and the window.</param>
/// <param name="BusinessDay">Day of the task's business record; null for none.</param>
/// <param name="PartyDay">Day of the Party record of the fusion point shown; null for none.</param>
/// <param name="WorstPoint">Which of the fusion points is shown; −1 where the task has no live one.</param>
/// <param name="Others">How many live fusion points stand behind it.</param>
public readonly record struct StageCell(StageState State, int LagDays, int LateDays, DateOnly LimitDay, DateOnly? BusinessDay, DateOnly? PartyDay, int WorstPoint, int Others)
{
    /// <summary>Whether what is missing is overdue.</summary>
    public bool IsLate => LateDays > 0;

    /// <summary>
    /// Whether the stage is passed: a record is there, or its day is over. What is not passed counts in no figure.
    /// </summary>
    public bool IsPassed => State != StageState.NotDue;
}
