namespace Yipanqi.Web.Access;

/// <summary>What of a unit changes with a day: as it was before a change.</summary>
public sealed record UnitState(
    Guid Id, string Name, string ShortName, string Kind, Guid? ParentId, bool IsAssessed, Guid? PeerGroupId, DateOnly? SinceDay, DateOnly? ClosedDay)
{
    public static UnitState Of(Unit unit) =>
        new(unit.Id, unit.Name, unit.ShortName, unit.Kind, unit.ParentId, unit.IsAssessed, unit.PeerGroupId, unit.SinceDay, unit.ClosedDay);
}
