using Microsoft.EntityFrameworkCore;

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

    /// <summary>The tier to list: the one asked for, else 机关 where there are any.</summary>
    public static async Task<UnitTier> TierAsync(this IQueryable<OrganisationScore> rows, UnitTier? asked, CancellationToken cancellation) =>
        asked ?? (await rows.AnyAsync(s => s.Tier == 0, cancellation) ? UnitTier.Organs : UnitTier.All);
}
