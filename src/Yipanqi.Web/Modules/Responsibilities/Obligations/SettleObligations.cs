using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// Keeps what was generated true: due days of what is still to be done are counted again when the calendar changed; what a closed unit, one whose kind or link changed, a member who left or a newer list
/// leaves undone ends, and begins anew where that was taken back. Set operations with their entries in the journal; where nothing is to be done nothing is written.
/// </summary>
public sealed class SettleObligations(UnitOfWork unitOfWork, WorkingCalendars calendars, TimeProvider clock)
{
    private const int MostAtOnce = 5000;

    // By tenant, the calendar by which its due days were counted last; forgotten with the process, and then counted once more.
    private readonly ConcurrentDictionary<Guid, string> counted = new();

    /// <param name="Recounted">Obligations whose due day changed or no longer waits for a calendar.</param>
    /// <param name="Ended">Obligations that are nobody's any more.</param>
    /// <param name="Reopened">Obligations that had ended and are somebody's again.</param>
    public sealed record Answer(int Recounted, int Ended, int Reopened);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Outcome<Answer>> RunAsync(Guid tenantId, CancellationToken cancellation)
    {
        var recounted = await RecountAsync(tenantId, cancellation);
        return await unitOfWork.WriteAsync<Answer>(
            tenantId,
            async db =>
            {
                var (lapses, holders) = (await DutyLapses.ListAsync(db, cancellation), await DutyHolders.UnitsAsync(db, cancellation));
                return new Answer(recounted, await EndAsync(db, lapses, holders, cancellation), await ReopenAsync(db, lapses, holders, cancellation));
            },
            cancellation);
    }

    /// <summary>Counts due days again where the calendar is another than the last time; else a small query is all.</summary>
    public async Task<int> RecountAsync(Guid tenantId, CancellationToken cancellation)
    {
        var stamp = await unitOfWork.ReadAsync(tenantId, db => calendars.StampAsync(db, cancellation), cancellation);
        if (counted.TryGetValue(tenantId, out var last) && last == stamp)
        {
            return 0;
        }

        var recounted = await unitOfWork.WriteAsync<int>(tenantId, async db => await RecountAsync(db, cancellation), cancellation);
        counted[tenantId] = stamp;
        return recounted.Value;
    }

    // What was reported keeps its day, unless that waited for the calendar; an allowed extension is nobody's rule.
    private async Task<int> RecountAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var rows = db.Set<Obligation>().Where(o => !o.IsExtended && (o.IsProvisional || o.State == ObligationState.Open || o.State == ObligationState.Claimed || o.State == ObligationState.Returned));
        var days = await (
            from o in rows
            join d in db.Set<Duty>() on new { o.TenantId, Id = o.DutyId } equals new { d.TenantId, d.Id }
            where d.DueInWorkingDays
            group o by new { o.DutyId, o.DutyCode, o.PeriodKey, o.DueDay, o.IsProvisional, d.Frequency, d.DueAnchor, d.DueOffset } into g
            select g.Key).ToListAsync(cancellation);
        var calendar = await calendars.OfAsync(db, cancellation);
        var (recounted, changes) = (0, new List<object>());
        foreach (var one in days)
        {
            var rule = new DueRule(one.DueAnchor, one.DueOffset, true);
            var due = rule.DayOf(rule.PeriodOf(one.PeriodKey, one.Frequency, one.DueDay, calendar), calendar);
            if (due != new DueDay(one.DueDay, one.IsProvisional))
            {
                var count = await rows.Where(o => o.DutyId == one.DutyId && o.PeriodKey == one.PeriodKey && o.DueDay == one.DueDay && o.IsProvisional == one.IsProvisional)
                    .ExecuteUpdateAsync(set => set.SetProperty(o => o.DueDay, due.Day).SetProperty(o => o.IsProvisional, due.IsProvisional).SetProperty(o => o.Version, o => o.Version + 1), cancellation);
                changes.Add(new { duty = one.DutyCode, period = one.PeriodKey, from = one.DueDay, to = due.Day, provisional = due.IsProvisional, count });
                recounted += count;
            }
        }

        if (recounted > 0)
        {
            await JournalAsync(db, "obligation.recounted", new { count = recounted, changes }, cancellation);
        }

        return recounted;
    }

    private async Task<int> EndAsync(YipanqiDb db, List<DutyLapses.Lapse> lapses, IReadOnlyDictionary<DutyLevel, IQueryable<Unit>> holders, CancellationToken cancellation)
    {
        var rows = db.Set<Obligation>().Where(o => o.State == ObligationState.Open || o.State == ObligationState.Claimed || o.State == ObligationState.Returned);
        var closed = db.Set<Unit>().Where(u => u.ClosedDay != null);
        var members = db.Set<Membership>();
        var ended = await EndAsync(db, rows.Where(o => closed.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId && u.ClosedDay <= o.DueDay)), "单位已撤销。", cancellation);
        ended += await EndAsync(
            db,
            rows.Where(o => o.PersonId != Guid.Empty && !members.Any(m => m.TenantId == o.TenantId && m.PersonId == o.PersonId && m.UnitId == o.UnitId && (m.ToDay == null || m.ToDay >= o.DueDay))),
            "党员已离开支部。", cancellation);
        var (open, today) = (db.Set<Unit>().Open(), ChinaTime.DayOf(Now));
        foreach (var level in DutyWords.Levels.Where(l => l != DutyLevel.Member))
        {
            var (holding, reason) = (holders[level], level == DutyLevel.PartyGroup ? "已没有机关党委与它对应。" : "单位类别已变，不再承担这一层的责任。");
            var others = open.Where(u => !holding.Any(h => h.TenantId == u.TenantId && h.Id == u.Id));
            ended += await EndAsync(db, rows.Where(o => o.Level == level && o.DueDay >= today && others.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId)), reason, cancellation);
        }

        foreach (var lapse in lapses.GroupBy(l => (l.From, l.Until), l => l.DutyId))
        {
            var ((from, until), duties) = (lapse.Key, lapse.ToArray());
            ended += await EndAsync(db, rows.Where(o => EF.Parameter(duties).Contains(o.DutyId) && o.DueDay >= from && (until == null || o.DueDay < until)), "新版清单不再要求。", cancellation);
        }

        return ended;
    }

    // What was asked for meanwhile lapses with it.
    private Task<int> EndAsync(YipanqiDb db, IQueryable<Obligation> rows, string reason, CancellationToken cancellation) => TurnAsync(
        db, rows, "obligation.ended", reason,
        chunk => chunk.ExecuteUpdateAsync(
            set => set.SetProperty(o => o.State, ObligationState.Ended).SetProperty(o => o.Decision, reason).SetProperty(o => o.DecidedBy, (Guid?)null).SetProperty(o => o.DecidedUtc, Now)
                .SetProperty(o => o.Request, (RequestKind?)null).SetProperty(o => o.RequestDay, (DateOnly?)null).SetProperty(o => o.RequestReason, "").SetProperty(o => o.RequestBy, (Guid?)null)
                .SetProperty(o => o.Version, o => o.Version + 1),
            cancellation),
        cancellation);

    // The opposite of each reason to end: a unit is back, or has duties of that level again; a member who has the duty of that period at another branch keeps it there.
    private async Task<int> ReopenAsync(YipanqiDb db, List<DutyLapses.Lapse> lapses, IReadOnlyDictionary<DutyLevel, IQueryable<Unit>> holders, CancellationToken cancellation)
    {
        var (all, units, members) = (db.Set<Obligation>(), db.Set<Unit>(), db.Set<Membership>());
        var (lapsed, first) = (lapses.Where(l => l.Until is null).Select(l => l.DutyId).ToArray(), lapses.Select(l => l.From).DefaultIfEmpty(DateOnly.MaxValue).Min());
        var (groups, committees, branches) = (holders[DutyLevel.PartyGroup], holders[DutyLevel.PartyCommittee], holders[DutyLevel.Branch]);
        var own = await all
            .Where(o => o.State == ObligationState.Ended && !(EF.Parameter(lapsed).Contains(o.DutyId) && o.DueDay >= first)
                && units.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId && (u.ClosedDay == null || u.ClosedDay > o.DueDay))
                && ((o.Level == DutyLevel.PartyGroup && groups.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId))
                    || (o.Level == DutyLevel.PartyCommittee && committees.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId))
                    || (o.Level == DutyLevel.Branch && branches.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId))
                    || (o.Level == DutyLevel.Member && members.Any(m => m.TenantId == o.TenantId && m.PersonId == o.PersonId && m.UnitId == o.UnitId && m.FromDay <= o.DueDay && (m.ToDay == null || m.ToDay >= o.DueDay))
                        && !all.Any(p => p.TenantId == o.TenantId && p.PersonId == o.PersonId && p.DutyCode == o.DutyCode && p.PeriodKey == o.PeriodKey && p.State != ObligationState.Ended))))
            .Select(o => new { o.Id, o.DutyId, o.DueDay }).ToListAsync(cancellation);
        var lapsing = lapses.ToLookup(l => l.DutyId);
        var ids = own.FindAll(o => !lapsing[o.DutyId].Any(l => l.Holds(o.DueDay))).ConvertAll(o => o.Id).ToArray();
        return ids.Length == 0 ? 0 : await TurnAsync(
            db, all.Where(o => EF.Parameter(ids).Contains(o.Id)), "obligation.reopened", "终止的原因已不存在。",
            chunk => chunk.ExecuteUpdateAsync(
                set => set.SetProperty(o => o.State, ObligationState.Open).SetProperty(o => o.Decision, "").SetProperty(o => o.DecidedUtc, (DateTime?)null).SetProperty(o => o.Version, o => o.Version + 1),
                cancellation),
            cancellation);
    }

    // The journal names the rows by a digest of their ids: they keep their state, and who doubts it reckons it again.
    private async Task<int> TurnAsync(YipanqiDb db, IQueryable<Obligation> rows, string action, string reason, Func<IQueryable<Obligation>, Task<int>> turn, CancellationToken cancellation)
    {
        var ids = await rows.OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellation);
        foreach (var chunk in ids.Chunk(MostAtOnce))
        {
            await turn(db.Set<Obligation>().Where(o => EF.Parameter(chunk).Contains(o.Id)));
        }

        if (ids.Count > 0)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids.Select(i => i.ToString()).Order(StringComparer.Ordinal)))));
            await JournalAsync(db, action, new { count = ids.Count, reason, hash }, cancellation);
        }

        return ids.Count;
    }

    private Task JournalAsync(YipanqiDb db, string action, object detail, CancellationToken cancellation) =>
        db.SaveAsync(new Change(null, Now, action, nameof(Obligation), null, "", JsonSerializer.Serialize(detail)), cancellation);
}
