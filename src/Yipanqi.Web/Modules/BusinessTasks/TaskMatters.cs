using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>A unit that leads tasks under way is not closed before another leads them.</summary>
public sealed class TaskMatters : IUnitMatters
{
    public async Task<IReadOnlyList<UnitMatter>> OpenAsync(YipanqiDb db, Guid unitId, CancellationToken cancellation)
    {
        var led = await db.Set<BusinessTask>().CountAsync(t => t.LeadUnitId == unitId && t.State == TaskState.Active, cancellation);
        return led == 0 ? [] : [new UnitMatter("推进中、由它牵头的重点任务", led, Blocks: true)];
    }

    public Task CarryAsync(YipanqiDb db, IReadOnlyList<string> tops, string from, string to, CancellationToken cancellation) => Task.CompletedTask;
}
