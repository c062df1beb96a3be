using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>同类组: units of one kind and size, the only ones that are ranked against each other.</summary>
public sealed class PeerGroup : ITenantOwned
{
    private PeerGroup()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public int SortOrder { get; private set; }

    public static PeerGroup New(Guid tenantId, string name, int sortOrder) => new()
    {
        TenantId = tenantId,
        Id = Guid.CreateVersion7(),
        Name = name,
        SortOrder = sortOrder,
    };
}
