using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>The tenant's key for hashes of protected numbers, itself encrypted: numbers have so few values that a hash without a key could be guessed.</summary>
public sealed class PersonalKey : ITenantOwned
{
    private PersonalKey()
    {
    }

    public Guid TenantId { get; private set; }

    public string Sealed { get; private set; } = "";

    public static PersonalKey New(Guid tenantId, string sealedKey) => new() { TenantId = tenantId, Sealed = sealedKey };
}
