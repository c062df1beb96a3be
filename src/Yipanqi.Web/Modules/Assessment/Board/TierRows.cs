namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Keeps the lines of a tier.</summary>
internal static class TierRows
{
    public static IQueryable<OrganisationScore> In(this IQueryable<OrganisationScore> rows, UnitTier tier) => tier switch
    {
        UnitTier.Organs => rows.Where(s => s.Tier == 0),
        UnitTier.Branches => rows.Where(s => s.Tier > 0),
        _ => rows,
    };
}
