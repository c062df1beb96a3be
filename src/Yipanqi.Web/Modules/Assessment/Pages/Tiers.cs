namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>The filter 机关/支部 and the name filter of a list.</summary>
public static class Tiers
{
    public static UnitTier? Read(string? text) => text switch { "organs" => UnitTier.Organs, "branches" => UnitTier.Branches, "all" => UnitTier.All, _ => null };

    public static string Write(UnitTier tier) => tier switch { UnitTier.Organs => "organs", UnitTier.Branches => "branches", _ => "all" };

    public static bool IsNamedLike(this BoardOrganisation organisation, string name) =>
        organisation.ShortName.Contains(name, StringComparison.OrdinalIgnoreCase) || organisation.Code.Contains(name, StringComparison.OrdinalIgnoreCase);
}
