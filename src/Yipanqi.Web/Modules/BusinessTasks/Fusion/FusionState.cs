namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Whether a fusion point still counts. The number is stored.</summary>
public enum FusionState
{
    Live = 1,
    Ended = 2,
}
