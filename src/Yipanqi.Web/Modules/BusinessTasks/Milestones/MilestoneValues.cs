namespace Yipanqi.Web.Modules.BusinessTasks.Milestones;

/// <summary>A milestone as a form or a business system writes it.</summary>
/// <param name="PlannedFrom">Empty where none was told.</param>
public sealed record MilestoneValues(string Title, string PlannedFrom, string DueDay);
