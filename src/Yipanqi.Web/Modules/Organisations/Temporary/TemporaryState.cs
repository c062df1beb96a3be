namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>Where a temporary organisation stands on a day.</summary>
public enum TemporaryState
{
    Running,

    /// <summary>满六个月: a branch is to be founded where the conditions are met.</summary>
    Long,

    /// <summary>期限已到: to be dissolved or prolonged.</summary>
    Over,
    Dissolved,
}
