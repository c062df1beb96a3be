namespace Yipanqi.Web.Modules.Organisations;

/// <summary>One unit with what stands around it.</summary>
/// <param name="Above">From the highest unit the actor sees down to the parent.</param>
/// <param name="Below">The first children; <paramref name="BelowCount"/> tells how many there are.</param>
/// <param name="CanReorganise">The actor's post reaches the unit's superior, which decides its changes.</param>
/// <param name="Linked">Units of the other track it is tied to.</param>
public sealed record UnitView(
    UnitLine Unit,
    int Version,
    bool CanEdit,
    IReadOnlyList<UnitPlace> Above,
    IReadOnlyList<UnitLine> Below,
    int BelowCount,
    int SubtreeCount,
    IReadOnlyList<UnitPlace> Linked,
    IReadOnlyList<UnitChange> Changes,
    bool CanReorganise,
    bool CanFoundBelow,
    Guid? PeerGroupId)
{
    public const int ShownChildren = 50;
}
