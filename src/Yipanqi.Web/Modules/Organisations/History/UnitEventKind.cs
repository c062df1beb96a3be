namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>What happened to a unit. The number is stored.</summary>
public enum UnitEventKind
{
    /// <summary>更名, also 改建 to another kind.</summary>
    Renamed = 1,

    /// <summary>移动: below another superior.</summary>
    Moved = 2,

    /// <summary>并入 another unit, which takes over all it has.</summary>
    Merged = 3,

    /// <summary>分出: a new unit beside it takes over a part.</summary>
    Split = 4,

    /// <summary>撤销.</summary>
    Closed = 5,
}
