using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// 已到期的阶段两边都有日期和结果：every fusion point that is live on the due day has, for each stage due by then, a record of its own and one of its task. Met on the day of the last of them;
/// a unit without fusion points has nothing that could meet it.
/// </summary>
public sealed class JointStageRecords : IDutyRecords
{
    public DutyRecordKind Kind => DutyRecordKind.JointStages;

    private sealed record Point(string Path, Guid Id, string Name, Guid TaskId, DateOnly StartDay, DateOnly DueDay);

    public async Task<IReadOnlyDictionary<Guid, DutyRecord>> ReadAsync(YipanqiDb db, DutyRecordSpan span, IReadOnlyDictionary<string, Guid> units, CancellationToken cancellation)
    {
        var concerned = units.Count == 1 ? db.Set<Unit>().Within([.. units.Keys], u => u.Path) : db.Set<Unit>();
        var tasks = db.Set<BusinessTask>().Where(t => t.State != TaskState.Cancelled && (t.State == TaskState.Active || t.DueDay >= span.First));
        var points = await (
            from p in db.Set<FusionPoint>()
            where p.FromDay <= span.DueDay && (p.EndedDay == null || p.EndedDay > span.DueDay)
            join t in tasks on new { p.TenantId, Id = p.TaskId } equals new { t.TenantId, t.Id }
            join u in concerned on new { p.TenantId, Id = p.PartyUnitId } equals new { u.TenantId, u.Id }
            orderby p.Id
            select new Point(u.Path, p.Id, p.Name, t.Id, t.StartDay, t.DueDay)).ToListAsync(cancellation);
        var joined = db.Set<FusionPoint>().Where(p => concerned.Any(u => u.TenantId == p.TenantId && u.Id == p.PartyUnitId));
        var days = await db.Set<StageRecord>().Where(r => r.ReplacedUtc == null && r.Day <= span.Today && joined.Any(p => p.TenantId == r.TenantId && p.TaskId == r.TaskId))
            .Select(r => new { r.HolderId, r.Stage, r.Day }).ToDictionaryAsync(r => (r.HolderId, r.Stage), r => r.Day, cancellation);
        var plans = await db.Set<StagePlan>().Where(s => joined.Any(p => p.TenantId == s.TenantId && p.TaskId == s.TaskId))
            .Select(s => new { s.TaskId, s.Stage, s.DueDay }).ToDictionaryAsync(s => (s.TaskId, s.Stage), s => s.DueDay, cancellation);
        return DutyRecord.Last(points.Select(p => (p.Path, Of(p, days, plans, span))), units);
    }

    private static DutyRecord? Of(Point point, Dictionary<(Guid Holder, TaskStage Stage), DateOnly> days, Dictionary<(Guid Task, TaskStage Stage), DateOnly> plans, DutyRecordSpan span)
    {
        var day = span.First;
        foreach (var stage in StageTimes.All.Where(s => IsDue(point, s, days, plans, span.DueDay)))
        {
            if (!days.TryGetValue((point.Id, stage), out var party) || !days.TryGetValue((point.TaskId, stage), out var business))
            {
                return null;
            }

            day = new[] { day, party, business }.Max();
        }

        return new DutyRecord(day, point.Name, FusionLinks.Point(point.Id));
    }

    // 考核 is a stage only where a day was set for it or a record made.
    private static bool IsDue(Point point, TaskStage stage, Dictionary<(Guid Holder, TaskStage Stage), DateOnly> days, Dictionary<(Guid Task, TaskStage Stage), DateOnly> plans, DateOnly by) =>
        plans.TryGetValue((point.TaskId, stage), out var set)
            ? set <= by
            : (stage != TaskStage.Assess || days.ContainsKey((point.Id, stage)) || days.ContainsKey((point.TaskId, stage))) && StageTimes.DueDay(point.StartDay, point.DueDay, stage) <= by;
}
