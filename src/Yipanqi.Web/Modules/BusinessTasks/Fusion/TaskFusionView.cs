using Yipanqi.Engine.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>A task with its fusion points and the records of its stages on both sides.</summary>
/// <param name="CanRecord">The actor may record the business side and set the days.</param>
/// <param name="CanJoin">The actor may add fusion points.</param>
/// <param name="Suggested">The Party organisation linked to the leading unit, where the actor may add its fusion points; null for none.</param>
/// <param name="SetDays">Stages for which somebody set a day.</param>
public sealed record TaskFusionView(
    Guid Id, string Code, string Title, string Lead, TaskState State, DateOnly StartDay, DateOnly DueDay, bool CanRecord, bool CanJoin, TaskFusionView.Named? Suggested,
    IReadOnlyDictionary<TaskStage, DateOnly> SetDays, IReadOnlyList<TaskFusionView.Point> Points, IReadOnlyList<TaskFusionView.Record> Records)
{
    public sealed record Named(Guid Id, string Name);

    /// <param name="CanManage">The actor may change it and record its stages.</param>
    /// <param name="CanRate">The actor may rate it: from above, and not their own.</param>
    /// <param name="From">The Party measure it was made from, where the actor sees it.</param>
    public sealed record Point(
        Guid Id, string Name, string Kind, string Party, string Change, string Whom, string Measure, string Owner, Guid? OwnerId, FusionState State, DateOnly FromDay, DateOnly? EndedDay, string EndReason,
        int? Rating, string RatingReason, string RatedBy, DateTime? RatedUtc, int Version, bool CanManage, bool CanRate, TaskFusionView.Named? From);

    /// <param name="HolderId">The fusion point's or, on the business side, the task's.</param>
    public sealed record Record(
        Guid Id, Guid HolderId, TaskStage Stage, int Number, DateOnly Day, string Text, string Evidence, string OutOfOrderReason, string CorrectionReason, string By, DateTime RecordedUtc, bool Stands, int Files);

    public IEnumerable<Point> Live => Points.Where(p => p.State == FusionState.Live);

    /// <summary>Whether the task uses 考核.</summary>
    public bool HasAssess => SetDays.ContainsKey(TaskStage.Assess) || Records.Any(r => r.Stage == TaskStage.Assess && r.Stands);

    public DateOnly DueOf(TaskStage stage) => SetDays.TryGetValue(stage, out var day) ? day : StageTimes.DueDay(StartDay, DueDay, stage);

    /// <summary>How many files lie beside a stage, those of corrected records too.</summary>
    public int FilesOf(Guid holder, TaskStage stage) => Records.Where(r => r.HolderId == holder && r.Stage == stage).Sum(r => r.Files);

    /// <summary>The record that stands for a stage of the task or of one of its fusion points.</summary>
    public Record? Standing(Guid holder, TaskStage stage) => Records.FirstOrDefault(r => r.HolderId == holder && r.Stage == stage && r.Stands);

    public StageCell CellOf(TaskStage stage, DateOnly today) =>
        StageCells.Of(stage, Standing(Id, stage)?.Day, [.. Live.Select(p => Standing(p.Id, stage)?.Day)], DueOf(stage), today);

    /// <summary>The cell of one fusion point by itself.</summary>
    public StageCell CellOf(TaskStage stage, Point point, DateOnly today) =>
        StageCells.Of(stage, Standing(Id, stage)?.Day, [Standing(point.Id, stage)?.Day], DueOf(stage), today);
}
