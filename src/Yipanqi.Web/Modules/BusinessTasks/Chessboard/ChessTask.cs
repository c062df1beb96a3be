using Yipanqi.Engine.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Chessboard;

/// <summary>A row of the chessboard.</summary>
/// <param name="Cells">By stage; the fifth is null where the task does not use 考核.</param>
/// <param name="Points">Its live fusion points, in the order the cells count them.</param>
public sealed record ChessTask(
    Guid Id, string Code, string Title, TaskImportance Importance, TaskState State, string Lead, IReadOnlyList<StageCell?> Cells, IReadOnlyList<ChessTask.Point> Points)
{
    /// <summary>A live fusion point with its Party organisation.</summary>
    public sealed record Point(Guid Id, string Name, string Party);

    /// <summary>The stages in use, with their cells.</summary>
    public IReadOnlyList<(TaskStage Stage, StageCell Cell)> Stages { get; } = [.. StageTimes.All.Where(s => Cells[(int)s - 1] is not null).Select(s => (s, Cells[(int)s - 1]!.Value))];

    /// <summary>The stage that is worst, the earliest of several; it says whose turn it is.</summary>
    public (TaskStage Stage, StageCell Cell) Worst { get; } = WorstOf(Cells);

    public bool Shows(ChessShow show) => show switch
    {
        ChessShow.Missing => Stages.Any(s => s.Cell.State == StageState.BothMissing),
        ChessShow.Late => Stages.Any(s => IsOneSided(s.Cell) && s.Cell.IsLate),
        ChessShow.OneSide => Stages.Any(s => IsOneSided(s.Cell) && !s.Cell.IsLate),
        ChessShow.Apart => Stages.Any(s => IsApart(s.Stage, s.Cell)),
        ChessShow.Unlinked => Points.Count == 0,
        ChessShow.Joined => Stages.Any(s => s.Cell.IsPassed) && Stages.All(s => !s.Cell.IsPassed || (s.Cell.State == StageState.Joined && !IsApart(s.Stage, s.Cell))),
        _ => true,
    };

    /// <summary>Tasks that stand alike in everything are equal, their cells and points one by one.</summary>
    public bool Equals(ChessTask? other) =>
        other is not null && Id == other.Id && Title == other.Title && Code == other.Code && Lead == other.Lead && Importance == other.Importance && State == other.State
        && Cells.SequenceEqual(other.Cells) && Points.SequenceEqual(other.Points);

    public override int GetHashCode() => HashCode.Combine(Id, Worst.Cell);

    public static bool IsOneSided(StageCell cell) => cell.State is StageState.PartyMissing or StageState.BusinessMissing;

    public static bool IsApart(TaskStage stage, StageCell cell) => cell.State == StageState.Joined && cell.LagDays > StageTimes.WindowDays(stage);

    private static (TaskStage, StageCell) WorstOf(IReadOnlyList<StageCell?> cells)
    {
        var worst = 0;
        for (var i = 1; i < cells.Count; i++)
        {
            worst = cells[i] is { } cell && StageCells.Compare(cell, cells[worst]!.Value) > 0 ? i : worst;
        }

        return (StageTimes.All[worst], cells[worst]!.Value);
    }
}
