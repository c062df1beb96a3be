using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>
/// A unit as it was from one day to another, both included, before a change. The state that holds now stands in <see cref="Unit"/> alone, so a unit
/// that never changed has no row here, and a subtree that moves writes one row, not one for each unit in it: where those stood follows from their parents.
/// </summary>
public sealed class UnitPast : ITenantOwned
{
    /// <summary>Stands for "as far back as is known".</summary>
    public static readonly DateOnly Earliest = new(1900, 1, 1);

    private UnitPast()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid UnitId { get; private set; }

    public DateOnly FromDay { get; private set; }

    public DateOnly ToDay { get; private set; }

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public Guid? ParentId { get; private set; }

    public bool IsAssessed { get; private set; }

    public Guid? PeerGroupId { get; private set; }

    /// <summary>The state that ends with the day before this one; null where it lasted no day, as with two changes on one day.</summary>
    public static UnitPast? Before(Unit unit, DateOnly day) => unit.SinceDay >= day ? null : new UnitPast
    {
        TenantId = unit.TenantId,
        UnitId = unit.Id,
        FromDay = unit.SinceDay ?? Earliest,
        ToDay = day.AddDays(-1),
        Name = unit.Name,
        ShortName = unit.ShortName,
        Kind = unit.Kind,
        ParentId = unit.ParentId,
        IsAssessed = unit.IsAssessed,
        PeerGroupId = unit.PeerGroupId,
    };
}
