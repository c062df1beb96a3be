namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Why a quarter cannot take a step.</summary>
public enum CycleObstacle
{
    None,

    /// <summary>No step leads from its state to the other.</summary>
    NoSuchStep,

    /// <summary>It was opened without an objection period.</summary>
    NoObjectionPeriod,

    /// <summary>It was opened with an objection period, which has not been held.</summary>
    ObjectionsDue,

    /// <summary>The objection period has not run out.</summary>
    ObjectionsRunning,
}
