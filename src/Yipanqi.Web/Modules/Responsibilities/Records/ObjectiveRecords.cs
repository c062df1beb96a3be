using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Objectives;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>All Party objectives of the year tied to business objectives, on the day the last of them was; the journal knows the day of each.</summary>
public sealed class ObjectiveRecords : IDutyRecords
{
    private const string Tied = "objective.tied";

    public DutyRecordKind Kind => DutyRecordKind.Objectives;

    public async Task<IReadOnlyDictionary<Guid, DutyRecord>> ReadAsync(YipanqiDb db, DutyRecordSpan span, IReadOnlyDictionary<string, Guid> units, CancellationToken cancellation)
    {
        var concerned = units.Count == 1 ? db.Set<Unit>().Within([.. units.Keys], u => u.Path) : db.Set<Unit>();
        var objectives = db.Set<Objective>().Where(o => o.Year == span.First.Year && o.Track == Track.Party);
        var rows = await (
            from o in objectives
            join u in concerned on new { o.TenantId, Id = o.UnitId } equals new { u.TenantId, u.Id }
            orderby o.Id
            select new { u.Path, o.Id, o.Text, IsTied = o.TiedToId != null }).ToListAsync(cancellation);
        var days = await db.Set<JournalEntry>().Where(e => e.Action == Tied && objectives.Any(o => o.TenantId == e.TenantId && o.Id == e.SubjectId))
            .GroupBy(e => e.SubjectId!.Value).Select(g => new { g.Key, Last = g.Max(e => e.AtUtc) }).ToDictionaryAsync(g => g.Key, g => ChinaTime.DayOf(g.Last), cancellation);
        return DutyRecord.Last(rows.Select(r => (r.Path, r.IsTied ? new DutyRecord(LaterOf(span.First, days.GetValueOrDefault(r.Id)), r.Text, "/objectives/" + r.Id) : null)), units);
    }

    // What was tied before the period began was done on its first day.
    private static DateOnly LaterOf(DateOnly one, DateOnly other) => one > other ? one : other;
}
