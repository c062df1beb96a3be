namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>A pledge in the list and on its page.</summary>
/// <param name="TaskId">The key task it serves; null for none, or one the actor does not see.</param>
public sealed record PledgeLine(
    Guid Id, Guid PersonId, string Person, Guid UnitId, string Branch, Guid? TaskId, string Task, string Text, DateOnly MadeDay, DateOnly DueDay, PledgeState State, DateOnly? FulfilledDay, string Result, string Remark, int Version)
{
    public bool IsLateOn(DateOnly today) => State == PledgeState.Open && DueDay < today;
}
