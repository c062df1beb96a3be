namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>How often a duty falls due. The number is stored.</summary>
public enum DutyFrequency
{
    Once = 1,
    Monthly = 2,
    Quarterly = 3,
    HalfYearly = 4,
    Yearly = 5,

    /// <summary>遇事即办：each time something happens that the unit, or the level above, registers.</summary>
    OnEvent = 6,
}
