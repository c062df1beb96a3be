using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Ties a Party organisation to an administrative unit it works in: the business side of the Party side's subject.</summary>
public sealed class UnitLink : ITenantOwned
{
    private UnitLink()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid PartyUnitId { get; private set; }

    public Guid AdministrativeUnitId { get; private set; }

    public static UnitLink Between(Unit party, Unit administrative)
    {
        if (party.Track != Track.Party || administrative.Track != Track.Administrative || party.TenantId != administrative.TenantId)
        {
            throw new ArgumentException("A link ties a Party organisation to an administrative unit of the same tenant.");
        }

        return new UnitLink { TenantId = party.TenantId, PartyUnitId = party.Id, AdministrativeUnitId = administrative.Id };
    }
}
