namespace Yipanqi.Engine.Fusion;

/// <summary>From records to the cell of the chessboard. See docs/methods/fusion.md.</summary>
public static class StageCells
{
    /// <summary>
    /// The cell of a stage: the business day belongs to the task, a Party day to each live fusion point, and the worst of them is shown. Worst first: both sides missing,
    /// one side missing, both there, not due; within these the largest lag; then the one named first. A task without live fusion point has no Party day.
    /// </summary>
    /// <param name="stage">The stage, for its window.</param>
    /// <param name="businessDay">Day of the business record; null, or after <paramref name="asOf"/>, counts as none.</param>
    /// <param name="partyDays">Day of the Party record for each live fusion point, null for none; empty where the task has no live fusion point.</param>
    /// <param name="dueDay">When the stage is due.</param>
    /// <param name="asOf">The day looked at: records of later days are not there yet.</param>
    public static StageCell Of(TaskStage stage, DateOnly? businessDay, ReadOnlySpan<DateOnly?> partyDays, DateOnly dueDay, DateOnly asOf)
    {
        var business = Known(businessDay, asOf);
        if (partyDays.IsEmpty)
        {
            return Pair(stage, business, null, dueDay, asOf) with { WorstPoint = -1 };
        }

        var worst = Pair(stage, business, Known(partyDays[0], asOf), dueDay, asOf);
        for (var i = 1; i < partyDays.Length; i++)
        {
            var cell = Pair(stage, business, Known(partyDays[i], asOf), dueDay, asOf) with { WorstPoint = i };
            if (Compare(cell, worst) > 0)
            {
                worst = cell;
            }
        }

        return worst with { Others = partyDays.Length - 1 };
    }

    /// <summary>Above 0 where the first is worse than the second: by state, then by days late, then by lag.</summary>
    public static int Compare(in StageCell one, in StageCell other)
    {
        var byState = Severity(one.State).CompareTo(Severity(other.State));
        var byDelay = byState != 0 ? byState : one.LateDays.CompareTo(other.LateDays);
        return byDelay != 0 ? byDelay : one.LagDays.CompareTo(other.LagDays);
    }

    private static int Severity(StageState state) => state switch
    {
        StageState.BothMissing => 3,
        StageState.PartyMissing or StageState.BusinessMissing => 2,
        StageState.Joined => 1,
        _ => 0,
    };

    private static DateOnly? Known(DateOnly? day, DateOnly asOf) => day <= asOf ? day : null;

    private static StageCell Pair(TaskStage stage, DateOnly? business, DateOnly? party, DateOnly dueDay, DateOnly asOf)
    {
        if (business is { } b && party is { } p)
        {
            return new StageCell(StageState.Joined, Math.Abs(b.DayNumber - p.DayNumber), 0, dueDay, b, p, 0, 0);
        }

        if ((business ?? party) is { } there)
        {
            var limit = there.AddDays(StageTimes.WindowDays(stage));
            var state = business is null ? StageState.BusinessMissing : StageState.PartyMissing;
            return new StageCell(state, asOf.DayNumber - there.DayNumber, Math.Max(0, asOf.DayNumber - limit.DayNumber), limit, business, party, 0, 0);
        }

        var late = Math.Max(0, asOf.DayNumber - dueDay.DayNumber);
        return new StageCell(late > 0 ? StageState.BothMissing : StageState.NotDue, late, late, dueDay, null, null, 0, 0);
    }
}
