using Yipanqi.Engine.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Chessboard;

/// <summary>The chessboard of what the actor sees, the serious first.</summary>
/// <param name="Tasks">All that were read, before <see cref="ChessboardFilter.Show"/>.</param>
/// <param name="IsCut">There are more tasks than are read at once; those of less importance are left out.</param>
/// <param name="PartyFault">Why the Party organisation asked for is not known; null where it is, or where none was asked for.</param>
/// <param name="Leads">Leading units of the year's tasks, with how many each leads.</param>
public sealed record ChessboardView(ChessboardFilter Filter, IReadOnlyList<ChessTask> Tasks, bool IsCut, string? PartyFault, IReadOnlyList<ChessboardView.Lead> Leads)
{
    public sealed record Lead(Guid Id, string Name, int Tasks);

    public IReadOnlyList<ChessTask> Shown { get; } = [.. Tasks.Where(t => t.Shows(Filter.Show))];

    /// <summary>Whether 考核 is used by any of them: the fifth column.</summary>
    public bool HasAssess { get; } = Tasks.Any(t => t.Cells[^1] is not null);

    /// <summary>All cells, for the totals.</summary>
    public StageFigures All { get; } = StageFigures.Of(Tasks.SelectMany(t => t.Stages));

    public int Linked => Tasks.Count(t => t.Points.Count > 0);

    /// <summary>Item A2.1: Σ importance of tasks with a live fusion point ÷ Σ importance; null without tasks.</summary>
    public double? LinkedShare => Tasks.Count == 0 ? null : Tasks.Where(t => t.Points.Count > 0).Sum(t => (double)t.Importance) / Tasks.Sum(t => (double)t.Importance);

    public StageFigures Of(TaskStage stage) => StageFigures.Of(Tasks.SelectMany(t => t.Stages).Where(s => s.Stage == stage));

    public int Cells(StageState state) => Tasks.Sum(t => t.Stages.Count(s => s.Cell.State == state));

    public IEnumerable<StageCell> Late => Tasks.SelectMany(t => t.Stages).Select(s => s.Cell).Where(c => c.IsLate);

    public int Count(ChessShow show) => Tasks.Count(t => t.Shows(show));
}
