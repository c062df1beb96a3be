namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>A key task as a form or a business system writes it: all of it text, read by <see cref="TaskText"/>.</summary>
/// <param name="StartDay">Empty for the first day of the plan year.</param>
/// <param name="DueDay">Empty for the last day of the plan year, marked as derived.</param>
/// <param name="Partners">Names or codes of supporting units, divided by 、; those the platform does not know are kept as text.</param>
public sealed record TaskValues(
    string PlanYear, string Title, string Content, string Importance, string SourceDocument, string StartDay, string DueDay, string Note, string Partners);
