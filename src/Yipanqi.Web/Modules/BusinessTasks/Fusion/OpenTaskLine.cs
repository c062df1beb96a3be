namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>A task under way without live fusion point.</summary>
/// <param name="Turn">The Party organisation whose turn it is: the one linked to the leading unit; empty where there is none.</param>
/// <param name="Ended">How many fusion points it had before.</param>
public sealed record OpenTaskLine(Guid Id, string Code, string Title, TaskImportance Importance, string Lead, string LeadText, DateOnly StartDay, DateOnly DueDay, string Turn, int Ended);
