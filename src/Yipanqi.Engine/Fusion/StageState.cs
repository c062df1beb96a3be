namespace Yipanqi.Engine.Fusion;

/// <summary>How the two tracks stand to each other in one stage of a task.</summary>
public enum StageState
{
    /// <summary>未到期: neither side has a record, and its time has not come.</summary>
    NotDue,

    /// <summary>双轨到位: both sides have a record.</summary>
    Joined,

    /// <summary>缺业务: the Party side alone.</summary>
    BusinessMissing,

    /// <summary>缺党建: the business side alone.</summary>
    PartyMissing,

    /// <summary>两轨均缺: neither side has a record, and its time is over.</summary>
    BothMissing,
}
