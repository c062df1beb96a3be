using Yipanqi.Web.Database;
using Yipanqi.Web.Search;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Access;

/// <summary>A person of the tenant. <see cref="AccountId"/> names a local row and is therefore no foreign key.</summary>
public sealed class Person : ITenantOwned, IVersioned, ISearchable
{
    private Person()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>First letters of the name in pinyin, to find the person by.</summary>
    public string Initials { get; private set; } = "";

    /// <summary>The name spelt for ordering; byte by byte it is the order of a dictionary.</summary>
    public string SortKey { get; private set; } = "";

    public Guid? AccountId { get; private set; }

    public int Version { get; private set; }

    public static Person New(Guid tenantId, string name, Guid? accountId)
    {
        var person = new Person { TenantId = tenantId, Id = Guid.CreateVersion7(), AccountId = accountId };
        person.Rename(name);
        return person;
    }

    /// <summary>True where the name did change.</summary>
    public bool Rename(string name)
    {
        var changed = Name != name;
        Name = name;
        (Initials, _, SortKey) = Pinyin.OfPerson(name);
        return changed;
    }

    public SearchText ToSearch() => new(SearchKind.Person, Id, "", [Name], [Pinyin.OfPerson(Name)]);

    public void TakeAccount(Guid accountId) =>
        AccountId = AccountId is null ? accountId : throw new InvalidOperationException("A person has one account.");

    public void LeaveAccount() => AccountId = null;
}
