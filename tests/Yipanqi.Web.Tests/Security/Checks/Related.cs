using Yipanqi.Web.Tests.Security.Ground;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>Finds the row that stands in a relation to a principal.</summary>
public static class Related
{
    /// <summary>Null where there is no such row: a root has no parent, an absent row is none.</summary>
    public static KnownRow? Row(SecurityGround ground, Type type, Principal principal, Relation relation)
    {
        var tenant = principal.Tenant == 'B' ? 'B' : 'A';
        var unit = principal.IsSignedIn ? principal.Unit : SecurityTenant.First;
        return relation switch
        {
            Relation.Absent or Relation.Malformed => null,
            Relation.OtherTenant => ground.Seeded.KnownRows.At(type, tenant == 'A' ? 'B' : 'A', unit),
            _ => SecurityTenant.Relative(unit, relation) is var number and > 0 ? ground.Seeded.KnownRows.At(type, tenant, number) : null,
        };
    }
}
