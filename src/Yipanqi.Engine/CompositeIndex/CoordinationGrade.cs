namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Ten grades of the coupling coordination degree D in steps of 0.1, lower bound inclusive, the last closed on both sides.</summary>
public enum CoordinationGrade
{
    /// <summary>极度失调, [0, 0.1).</summary>
    ExtremeImbalance,

    /// <summary>严重失调, [0.1, 0.2).</summary>
    SeriousImbalance,

    /// <summary>中度失调, [0.2, 0.3).</summary>
    ModerateImbalance,

    /// <summary>轻度失调, [0.3, 0.4).</summary>
    MildImbalance,

    /// <summary>濒临失调, [0.4, 0.5).</summary>
    NearImbalance,

    /// <summary>勉强协调, [0.5, 0.6).</summary>
    BarelyCoordinated,

    /// <summary>初级协调, [0.6, 0.7).</summary>
    PrimaryCoordination,

    /// <summary>中级协调, [0.7, 0.8).</summary>
    IntermediateCoordination,

    /// <summary>良好协调, [0.8, 0.9).</summary>
    GoodCoordination,

    /// <summary>优质协调, [0.9, 1].</summary>
    QualityCoordination,
}
