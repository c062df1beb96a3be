using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Fusion;

/// <summary>What one stage, or all stages, of several tasks come to.</summary>
/// <param name="Passed">Cells whose stage is passed.</param>
/// <param name="Joined">Of these, with both sides there.</param>
/// <param name="Linked">Passed cells of tasks with a live fusion point: the denominator of A2.2 and A2.3.</param>
/// <param name="InWindow">Of these, with both sides within the window of the stage: the numerator.</param>
/// <param name="MedianLagDays">Item A2.4: the median of the days between the tracks over linked cells with at least one side; null for none.</param>
public sealed record StageFigures(int Passed, int Joined, int Linked, int InWindow, double? MedianLagDays)
{
    /// <summary><c>InWindow ÷ Linked</c>, 0–1; null where no linked task has passed the stage.</summary>
    public double? InWindowShare => Linked == 0 ? null : (double)InWindow / Linked;

    /// <summary><c>Joined ÷ Passed</c>, 0–1; null where no task has passed the stage.</summary>
    public double? JoinedShare => Passed == 0 ? null : (double)Joined / Passed;

    /// <summary>Adds up cells of one or several stages.</summary>
    /// <param name="cells">Each with its stage; those not passed are left out.</param>
    /// <remarks>Definitions of A2.2–A2.4 in the default scheme; a cell with one side missing counts with its days up to the day looked at and never as in the window.</remarks>
    public static StageFigures Of(IEnumerable<(TaskStage Stage, StageCell Cell)> cells)
    {
        var (passed, joined, linked, inWindow) = (0, 0, 0, 0);
        var lags = new List<double>();
        foreach (var (stage, cell) in cells.Where(c => c.Cell.IsPassed))
        {
            passed++;
            joined += cell.State == StageState.Joined ? 1 : 0;
            if (cell.WorstPoint < 0)
            {
                continue;
            }

            linked++;
            inWindow += cell.State == StageState.Joined && cell.LagDays <= StageTimes.WindowDays(stage) ? 1 : 0;
            if (cell.State != StageState.BothMissing)
            {
                lags.Add(cell.LagDays);
            }
        }

        return new StageFigures(passed, joined, linked, inWindow, lags.Count == 0 ? null : Statistics.Median([.. lags]));
    }
}
