namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>The number is stored.</summary>
public enum ForceKind
{
    /// <summary>突击队.</summary>
    Vanguard = 1,

    /// <summary>攻关组.</summary>
    Research = 2,
}
