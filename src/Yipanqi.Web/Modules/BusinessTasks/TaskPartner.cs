using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>配合单位: a unit that supports a key task.</summary>
public sealed class TaskPartner : ITenantOwned
{
    private TaskPartner()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid UnitId { get; private set; }

    public static TaskPartner Of(BusinessTask task, Guid unitId) => new() { TenantId = task.TenantId, TaskId = task.Id, UnitId = unitId };
}
