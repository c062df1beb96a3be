namespace Yipanqi.Web.Database;

/// <summary>A row that belongs to one tenant; its key begins with the tenant.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; }
}
