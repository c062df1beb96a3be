namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>What a made-up row is about.</summary>
/// <param name="Unit">The unit it is planted for.</param>
/// <param name="Variant">0, 1, … : one for each status.</param>
/// <param name="CanaryUnit">The unit whose canary it carries; 0 where the row is the whole tenant's.</param>
public sealed record RowDraft(SecurityTenant Tenant, int Unit, int Variant, int CanaryUnit, DateTime NowUtc)
{
    /// <summary>Different for every row of a table in a tenant.</summary>
    public int Number => (Unit * 10) + Variant;

    public string Text => Tenant.CanaryOf(CanaryUnit).ToString();
}
