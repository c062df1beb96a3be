using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>A unit that an event concerned: itself, the one it was merged into, the one that was split off, the units it carried along.</summary>
public sealed class UnitEventPart : ITenantOwned
{
    private UnitEventPart()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid EventId { get; private set; }

    public Guid UnitId { get; private set; }

    public static UnitEventPart Of(UnitEvent change, Guid unitId) => new() { TenantId = change.TenantId, EventId = change.Id, UnitId = unitId };
}
