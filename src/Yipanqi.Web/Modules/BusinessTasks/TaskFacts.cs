namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>What a form, an import or a business system tells of a key task, without whose it is.</summary>
/// <param name="IsDueDerived">No deadline was told: the end of the plan year stands for it (推定).</param>
public sealed record TaskFacts(
    int PlanYear, string Title, string Content, TaskImportance Importance, string SourceDocument, DateOnly StartDay, DateOnly DueDay, bool IsDueDerived, string Note)
{
    /// <summary>The end of the plan year, where no deadline was told.</summary>
    public static DateOnly YearEnd(int year) => new(year, 12, 31);

    public static DateOnly YearStart(int year) => new(year, 1, 1);
}
