namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>How far a pledge is. The number is stored; overdue follows from the day.</summary>
public enum PledgeState
{
    /// <summary>在践诺.</summary>
    Open = 1,

    /// <summary>Told as fulfilled, not confirmed yet.</summary>
    Told = 2,

    /// <summary>Confirmed by the branch.</summary>
    Confirmed = 3,
}
