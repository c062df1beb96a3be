using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>A Party organisation with live fusion points is not closed before they are ended or another takes them over.</summary>
public sealed class FusionMatters : IUnitMatters
{
    public async Task<IReadOnlyList<UnitMatter>> OpenAsync(YipanqiDb db, Guid unitId, CancellationToken cancellation)
    {
        var live = await db.Set<FusionPoint>().CountAsync(p => p.PartyUnitId == unitId && p.State == FusionState.Live, cancellation);
        return live == 0 ? [] : [new UnitMatter("在推进的结合点", live, Blocks: true)];
    }

    public Task CarryAsync(YipanqiDb db, IReadOnlyList<string> tops, string from, string to, CancellationToken cancellation) => Task.CompletedTask;
}
