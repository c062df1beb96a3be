using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>
/// What a module holds of units: asked before a unit is closed, told when paths change. A module that keeps copies of a path, or business that would
/// be left behind at a closed unit, registers one.
/// </summary>
public interface IUnitMatters
{
    /// <summary>What is under way at this unit alone, not below it.</summary>
    Task<IReadOnlyList<UnitMatter>> OpenAsync(YipanqiDb db, Guid unitId, CancellationToken cancellation);

    /// <summary>The paths in these subtrees begin with another text from now on; in the same transaction, set-based.</summary>
    Task CarryAsync(YipanqiDb db, IReadOnlyList<string> tops, string from, string to, CancellationToken cancellation);
}
