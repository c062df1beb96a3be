namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>A task force in the list.</summary>
/// <param name="Goals">How many goals it has, and how many of them are met.</param>
/// <param name="Members">Those who belong to it today.</param>
/// <param name="PartyMembers">Those of them who belong to a branch.</param>
/// <param name="IsTaskOver">Its key task is done or cancelled.</param>
public sealed record ForceLine(
    Guid Id, string Name, ForceKind Kind, Guid TaskId, string Task, string Party, DateOnly FromDay, DateOnly UntilDay, DateOnly? EndedDay, int Members, int PartyMembers, int Goals, int Met,
    int AwayDays, string AwayPlace, DateOnly? AwayFrom, DateOnly? AwayUntil, Guid? TemporaryUnitId, DateOnly? TemporaryFrom, bool IsTaskOver);
