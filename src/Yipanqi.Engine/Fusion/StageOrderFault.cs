namespace Yipanqi.Engine.Fusion;

/// <summary>Why a stage is out of order.</summary>
public enum StageOrderFault
{
    /// <summary>It is in order.</summary>
    None,

    /// <summary>A stage before it has no record.</summary>
    EarlierMissing,

    /// <summary>Its day lies before that of a stage before it.</summary>
    BeforeAnEarlierStage,

    /// <summary>Its day lies after that of a stage behind it.</summary>
    AfterALaterStage,
}
