using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>A key task as it was before a change, to be put back.</summary>
/// <param name="Version">The version the change leaves it at.</param>
public sealed record TaskBefore(
    Guid Id, int Version, TaskFacts Facts, Guid? LeadUnitId, string PartnerText, IReadOnlyList<Guid> Partners, TaskState State, DateOnly? DoneDay, string CancelReason)
{
    public static async Task<TaskBefore> OfAsync(YipanqiDb db, BusinessTask task, CancellationToken cancellation) =>
        Of(task, await db.Set<TaskPartner>().Where(p => p.TaskId == task.Id).Select(p => p.UnitId).ToListAsync(cancellation));

    public static TaskBefore Of(BusinessTask task, IReadOnlyList<Guid> partners) =>
        new(task.Id, task.Version + 1, task.Facts, task.LeadUnitId, task.PartnerText, partners, task.State, task.DoneDay, task.CancelReason);
}
