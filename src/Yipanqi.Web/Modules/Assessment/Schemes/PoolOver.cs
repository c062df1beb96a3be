namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Over which subtree the figure of an item is pooled where an organisation has none of its own.</summary>
public enum PoolOver
{
    /// <summary>Not pooled.</summary>
    None,

    /// <summary>The Party subtree.</summary>
    Party,

    /// <summary>The administrative subtree of the linked units, each unit once.</summary>
    Administrative,
}
