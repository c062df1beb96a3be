using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What is unfinished at a unit that is to be closed. It does not keep the unit: what falls due later ends with it.</summary>
public sealed class ObligationMatters : IUnitMatters
{
    public async Task<IReadOnlyList<UnitMatter>> OpenAsync(YipanqiDb db, Guid unitId, CancellationToken cancellation)
    {
        var count = await db.Set<Obligation>().CountAsync(
            o => o.UnitId == unitId && (o.State == ObligationState.Open || o.State == ObligationState.Claimed || o.State == ObligationState.Returned || o.State == ObligationState.Submitted), cancellation);
        return count == 0 ? [] : [new UnitMatter("未办结的责任事项", count, Blocks: false)];
    }

    public Task CarryAsync(YipanqiDb db, IReadOnlyList<string> tops, string from, string to, CancellationToken cancellation) => Task.CompletedTask;
}
