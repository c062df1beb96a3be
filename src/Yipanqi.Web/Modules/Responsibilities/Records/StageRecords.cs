using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The first stage that a unit's fusion points recorded on the Party side in the period.</summary>
public sealed class StageRecords : IDutyRecords
{
    public DutyRecordKind Kind => DutyRecordKind.Stages;

    public async Task<IReadOnlyDictionary<Guid, DutyRecord>> ReadAsync(YipanqiDb db, DutyRecordSpan span, IReadOnlyDictionary<string, Guid> units, CancellationToken cancellation)
    {
        var concerned = units.Count == 1 ? db.Set<Unit>().Within([.. units.Keys], u => u.Path) : db.Set<Unit>();
        var rows = await (
            from r in db.Set<StageRecord>()
            where r.ReplacedUtc == null && r.Day >= span.First && r.Day <= span.Today
            join p in db.Set<FusionPoint>() on new { r.TenantId, Id = r.HolderId } equals new { p.TenantId, p.Id }
            join u in concerned on new { p.TenantId, Id = p.PartyUnitId } equals new { u.TenantId, u.Id }
            orderby r.Day, r.Id
            select new { u.Path, r.Day, r.Stage, PointId = p.Id, p.Name }).ToListAsync(cancellation);
        return DutyRecord.First(rows.Select(r => (r.Path, new DutyRecord(r.Day, $"{r.Name}：{FusionWords.Of(r.Stage)}（{r.Day:yyyy-MM-dd}）", "/fusion/" + r.PointId))), units);
    }
}
