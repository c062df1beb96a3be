namespace Yipanqi.Web.Modules.BusinessTasks.Chessboard;

/// <summary>Which tasks the chessboard shows, by what is the matter with them.</summary>
public enum ChessShow
{
    All,

    /// <summary>两轨均缺.</summary>
    Missing,

    /// <summary>One side is overdue.</summary>
    Late,

    /// <summary>单轨: one side alone, the other not overdue yet.</summary>
    OneSide,

    /// <summary>Both sides are there, further apart than the window.</summary>
    Apart,

    /// <summary>没有结合点.</summary>
    Unlinked,

    /// <summary>All that is passed is joined, within the window.</summary>
    Joined,
}
