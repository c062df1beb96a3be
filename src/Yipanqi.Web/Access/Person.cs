using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>A person of the tenant. <see cref="AccountId"/> names a local row and is therefore no foreign key.</summary>
public sealed class Person : ITenantOwned, IVersioned
{
    private Person()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public Guid? AccountId { get; private set; }

    public int Version { get; private set; }

    public static Person New(Guid tenantId, string name, Guid? accountId) => new()
    {
        TenantId = tenantId,
        Id = Guid.CreateVersion7(),
        Name = name,
        AccountId = accountId,
    };

    /// <summary>True where the name did change.</summary>
    public bool Rename(string name)
    {
        var changed = Name != name;
        Name = name;
        return changed;
    }

    public void TakeAccount(Guid accountId) =>
        AccountId = AccountId is null ? accountId : throw new InvalidOperationException("A person has one account.");

    public void LeaveAccount() => AccountId = null;
}
