using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Forces;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The first task force of a unit that ended with a result in the period.</summary>
public sealed class ForceRecords : IDutyRecords
{
    public DutyRecordKind Kind => DutyRecordKind.Forces;

    public async Task<IReadOnlyDictionary<Guid, DutyRecord>> ReadAsync(YipanqiDb db, DutyRecordSpan span, IReadOnlyDictionary<string, Guid> units, CancellationToken cancellation)
    {
        var concerned = units.Count == 1 ? db.Set<Unit>().Within([.. units.Keys], u => u.Path) : db.Set<Unit>();
        var rows = await (
            from f in db.Set<TaskForce>()
            where f.EndedDay >= span.First && f.EndedDay <= span.Today && f.Result != ""
            join u in concerned on new { f.TenantId, Id = f.PartyUnitId } equals new { u.TenantId, u.Id }
            orderby f.EndedDay, f.Id
            select new { u.Path, Day = f.EndedDay!.Value, f.Id, f.Name }).ToListAsync(cancellation);
        return DutyRecord.First(rows.Select(r => (r.Path, new DutyRecord(r.Day, $"{r.Name}（{r.Day:yyyy-MM-dd} 结束）", "/forces/" + r.Id))), units);
    }
}
