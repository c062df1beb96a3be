namespace Yipanqi.Engine.Fusion;

/// <summary>When a stage is due, and how long the tracks may be apart and still count as together. See docs/methods/fusion.md.</summary>
public static class StageTimes
{
    /// <summary>Days within which the two plans count as made together (item A2.2 of the default scheme).</summary>
    public const int PlanWindowDays = 30;

    /// <summary>The same for deployment (item A2.3).</summary>
    public const int DeployWindowDays = 15;

    /// <summary>The same for the later stages, for which the scheme names no figure; the longer of the two that it names.</summary>
    public const int LaterWindowDays = PlanWindowDays;

    // Hundredths of the time from start to deadline, by stage. Ours: 谋划 and 部署 in the first quarter of the time, 落实 by three quarters, 检查 before the deadline.
    private static readonly int[] DuePercent = [15, 25, 75, 90, 100];

    /// <summary>All stages in order.</summary>
    public static IReadOnlyList<TaskStage> All { get; } = [TaskStage.Plan, TaskStage.Deploy, TaskStage.Implement, TaskStage.Inspect, TaskStage.Assess];

    /// <summary>Days, at least 1, within which the second track is to follow the first.</summary>
    public static int WindowDays(TaskStage stage) => stage switch
    {
        TaskStage.Plan => PlanWindowDays,
        TaskStage.Deploy => DeployWindowDays,
        _ => LaterWindowDays,
    };

    /// <summary>
    /// Where nobody set a day: <c>start + ⌊share·(deadline − start)⌋</c> with the shares 15, 25, 75, 90 and 100 % for 谋划, 部署, 落实, 检查 and 考核.
    /// </summary>
    /// <param name="start">First day of the task.</param>
    /// <param name="deadline">Last day of the task; one before the start counts as the start.</param>
    /// <param name="stage">The stage asked for.</param>
    public static DateOnly DueDay(DateOnly start, DateOnly deadline, TaskStage stage) =>
        start.AddDays(Math.Max(0, deadline.DayNumber - start.DayNumber) * DuePercent[(int)stage - 1] / 100);
}
