using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>A Party organisation with measures that stand is not closed before they are withdrawn or given to another.</summary>
public sealed class MeasureMatters : IUnitMatters
{
    public async Task<IReadOnlyList<UnitMatter>> OpenAsync(YipanqiDb db, Guid unitId, CancellationToken cancellation)
    {
        var standing = await db.Set<PartyMeasure>().CountAsync(m => m.UnitId == unitId && m.State == MeasureState.Active, cancellation);
        return standing == 0 ? [] : [new UnitMatter("在用的党建举措", standing, Blocks: true)];
    }

    public Task CarryAsync(YipanqiDb db, IReadOnlyList<string> tops, string from, string to, CancellationToken cancellation) => Task.CompletedTask;
}
