namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The proposed level (建议级别) of an organisation in a snapshot. The numbers are stored; higher is more serious.</summary>
public enum LevelState
{
    /// <summary>Grey: too little was reported for a score. Never green.</summary>
    NoData = 0,
    Green = 1,
    Yellow = 2,
    Orange = 3,
    Red = 4,
}
