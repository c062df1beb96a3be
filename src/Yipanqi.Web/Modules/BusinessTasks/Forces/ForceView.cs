namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>A task force with its members and goals.</summary>
/// <param name="CanFound">The actor may found a temporary Party organisation below its Party organisation.</param>
/// <param name="IsOutlived">It or its key task has ended, and its temporary Party organisation is still there.</param>
public sealed record ForceView(ForceLine Line, string Result, int Version, bool CanManage, bool CanFound, bool IsOutlived, IReadOnlyList<ForceView.Member> Members, IReadOnlyList<ForceView.Goal> Goals)
{
    public sealed record Member(Guid PersonId, string Name, bool IsLeader, DateOnly FromDay, DateOnly? LeftDay);

    public sealed record Goal(Guid Id, string Text, DateOnly DueDay, DateOnly? MetDay, string Result);

    /// <summary>A temporary Party organisation is to be founded for it.</summary>
    public bool IsProposed => AwayRule.Proposes(Line);
}
