namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>From which day of a period a due day is counted. The number is stored.</summary>
public enum DueAnchor
{
    /// <summary>期初：the first day; of an event, the day it happened.</summary>
    Start = 1,

    /// <summary>期末：the last day.</summary>
    End = 2,
}
