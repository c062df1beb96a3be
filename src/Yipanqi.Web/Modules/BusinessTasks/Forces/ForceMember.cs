using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>A person who belongs to a task force, from one day to another.</summary>
public sealed class ForceMember : ITenantOwned
{
    private ForceMember()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid ForceId { get; private set; }

    public Guid PersonId { get; private set; }

    public DateOnly FromDay { get; private set; }

    /// <summary>The first day on which the person no longer belongs to it; null while they do.</summary>
    public DateOnly? LeftDay { get; private set; }

    /// <summary>Leads it.</summary>
    public bool IsLeader { get; private set; }

    public static ForceMember Join(TaskForce force, Guid personId, DateOnly from, bool isLeader) =>
        new() { TenantId = force.TenantId, ForceId = force.Id, PersonId = personId, FromDay = from, IsLeader = isLeader };

    public void Leave(DateOnly day) => LeftDay = day >= FromDay ? day : throw new ArgumentOutOfRangeException(nameof(day), "Nobody leaves before they joined.");
}
