using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

namespace Yipanqi.Web.Modules.BusinessTasks.Lists;

/// <summary>One key task with all that belongs to it.</summary>
/// <param name="CanManage">The actor may change it.</param>
/// <param name="Partners">Supporting units that the platform knows and the actor sees.</param>
public sealed record TaskView(
    TaskLine Task, int Version, string CancelReason, bool CanManage, IReadOnlyList<TaskView.Partner> Partners, IReadOnlyList<TaskView.Step> Milestones,
    IReadOnlyList<TaskView.Figure> Figures, IReadOnlyList<TaskView.Post> Posts, IReadOnlyList<TaskView.Change> Changes)
{
    public sealed record Partner(Guid Id, string Name);

    public sealed record Step(Guid Id, int Number, string Title, DateOnly? PlannedFrom, DateOnly DueDay, DateOnly? DoneDay, string? SourceKey, DateTime? SourceUtc, int Version);

    /// <param name="Values">As they were told, the one that holds first.</param>
    public sealed record Figure(Guid Id, string Code, FigureFacts Facts, int Version, IReadOnlyList<FigureValue> Values)
    {
        public FigureValue? Holds => Values.Count > 0 ? Values[0] : null;

        /// <summary>Whether the value that holds has reached the target; null without a value.</summary>
        public bool? IsReached => Holds is not { } now ? null : Facts.Direction == FigureDirection.Cost ? now.Value <= Facts.Target : now.Value >= Facts.Target;
    }

    public sealed record FigureValue(Guid FigureId, DateOnly Day, double Value, string Source, DateTime AtUtc);

    /// <param name="Person">Empty where nobody is named or the name is not for the actor.</param>
    public sealed record Post(Guid Id, string Title, bool IsFilled, string Person);

    /// <param name="Who">Empty for the platform or a business system.</param>
    public sealed record Change(DateTime AtUtc, string Action, string Who, string Reason);
}
