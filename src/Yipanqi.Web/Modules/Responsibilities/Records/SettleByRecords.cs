using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// 由记录认定：obligations of duties that are computed from records are done and accepted once the record is there, by its own day, in time or late. One statement for those of one
/// duty and day, one journal entry for the whole run. What was settled stays: docs/decisions/0130.
/// </summary>
public sealed class SettleByRecords(UnitOfWork unitOfWork, WorkingCalendars calendars, IEnumerable<IDutyRecords> sources, TimeProvider clock)
{
    private const int MostAtOnce = 5000;

    private readonly Dictionary<string, IDutyRecords> sources = sources.ToDictionary(s => s.Kind.Name);

    private sealed record Batch(Guid DutyId, string DutyCode, string ComputedFrom, DueRule Rule, DutyFrequency Frequency, string PeriodKey, DateOnly DueDay);

    /// <summary>How many were settled.</summary>
    public Task<Outcome<int>> RunAsync(Guid tenantId, CancellationToken cancellation) => unitOfWork.WriteAsync<int>(tenantId, async db => await SettleAsync(db, cancellation), cancellation);

    private async Task<int> SettleAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (today, settled) = (ChinaTime.DayOf(now), new List<string>());
        var batches = await BatchesAsync(db, cancellation);
        var calendar = batches.Count == 0 ? null : await calendars.OfAsync(db, cancellation);
        foreach (var batch in batches)
        {
            var span = new DutyRecordSpan(batch.Rule.PeriodOf(batch.PeriodKey, batch.Frequency, batch.DueDay, calendar!).First, batch.DueDay, today);
            if (span.First <= today && sources.TryGetValue(batch.ComputedFrom, out var source))
            {
                settled.AddRange(await SettleAsync(db, batch, source, span, now, cancellation));
            }
        }

        if (settled.Count > 0)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', settled.Order(StringComparer.Ordinal)))));
            var detail = JsonSerializer.Serialize(new { count = settled.Count, hash });
            await db.SaveAsync(new Change(null, now, "obligation.computed", nameof(Obligation), null, "", detail), cancellation);
        }

        return settled.Count;
    }

    private static async Task<List<Batch>> BatchesAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var rows = await (
            from o in db.Set<Obligation>()
            where o.IsComputed && o.State == ObligationState.Open && !o.IsProvisional
            join d in db.Set<Duty>() on new { o.TenantId, Id = o.DutyId } equals new { d.TenantId, d.Id }
            group o by new { o.DutyId, o.DutyCode, d.ComputedFrom, d.DueAnchor, d.DueOffset, d.DueInWorkingDays, d.Frequency, o.PeriodKey, o.DueDay } into g
            select g.Key).ToListAsync(cancellation);
        return rows.ConvertAll(r => new Batch(r.DutyId, r.DutyCode, r.ComputedFrom, new DueRule(r.DueAnchor, r.DueOffset, r.DueInWorkingDays), r.Frequency, r.PeriodKey, r.DueDay));
    }

    private static async Task<List<string>> SettleAsync(YipanqiDb db, Batch batch, IDutyRecords source, DutyRecordSpan span, DateTime now, CancellationToken cancellation)
    {
        var open = db.Set<Obligation>().Where(o => o.DutyId == batch.DutyId && o.PeriodKey == batch.PeriodKey && o.DueDay == batch.DueDay && o.IsComputed && o.State == ObligationState.Open);
        var units = await open.Join(db.Set<Unit>(), o => new { o.TenantId, Id = o.UnitId }, u => new { u.TenantId, u.Id }, (_, u) => new { u.Path, u.Id }).ToDictionaryAsync(u => u.Path, u => u.Id, cancellation);
        var found = await source.ReadAsync(db, span, units, cancellation);
        var words = $"由{source.Kind.Name}认定";
        foreach (var day in found.GroupBy(f => f.Value.Day, f => f.Key))
        {
            foreach (var ids in day.Chunk(MostAtOnce))
            {
                await open.Where(o => EF.Parameter(ids).Contains(o.UnitId)).ExecuteUpdateAsync(
                    set => set.SetProperty(o => o.State, ObligationState.Accepted).SetProperty(o => o.Result, words).SetProperty(o => o.DoneDay, day.Key)
                        .SetProperty(o => o.DecidedUtc, now).SetProperty(o => o.Version, o => o.Version + 1),
                    cancellation);
            }
        }

        return [.. found.Keys.Select(unit => $"{batch.DutyCode} {batch.PeriodKey} {unit}")];
    }
}
