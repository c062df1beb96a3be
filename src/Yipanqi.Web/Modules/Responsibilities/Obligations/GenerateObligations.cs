using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// 派发：makes the obligations of a year from the lists in force, for every unit and post of their levels. Repeated, it adds what lacks (new units, a list published
/// since) and nothing twice. Commands do not grow with rows; many rows go through the second door.
/// </summary>
public sealed class GenerateObligations(UnitOfWork unitOfWork, WorkingCalendars calendars, TimeProvider clock, BulkWrite? bulk = null)
{
    private readonly BulkWrite bulk = bulk ?? BulkWrite.Through(unitOfWork);

    /// <param name="Added">Obligations made.</param>
    /// <param name="Provisional">Of the due days, those that wait for a calendar.</param>
    public sealed record Answer(long Added, int Duties, int Provisional);

    /// <summary>One duty in one period, with the rows there are of it already.</summary>
    private sealed record Batch(Guid DutyId, DutyFacts Duty, DutyPeriod Period, DueDay Due, bool IsNew);

    private sealed record Plan(IReadOnlyList<Batch> Batches, IReadOnlyDictionary<DutyLevel, List<DutyHolders.Holder>> Holders, int Duties);

    /// <summary>Pressed by a person who manages lists.</summary>
    public async Task<Outcome<Answer>> RunAsync(Actor actor, int year, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageLists))
        {
            return ListAccess.Denied;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return year < today.Year - 1 || year > today.Year + 1
            ? new Refusal("generate.year", nameof(year), $"只能派发 {today.Year - 1} 到 {today.Year + 1} 年的责任。")
            : await RunAsync(actor.TenantId, actor.PersonId, year, cancellation);
    }

    /// <summary>By a job, or for a person who was asked before.</summary>
    /// <param name="personId">Null for the platform itself.</param>
    public async Task<Outcome<Answer>> RunAsync(Guid tenantId, Guid? personId, int year, CancellationToken cancellation)
    {
        var plan = await unitOfWork.ReadAsync(tenantId, db => PlanAsync(db, year, cancellation), cancellation);
        return plan.Batches.Count == 0
            ? new Answer(0, plan.Duties, 0)
            : await bulk.RunAsync(tenantId, (db, rows) => WriteAsync(db, rows, personId, year, plan, cancellation), cancellation);
    }

    /// <summary>The obligations of a year that lack, as they would be made; nothing is written.</summary>
    internal async Task<IReadOnlyList<Obligation>> PlannedAsync(YipanqiDb db, int year, CancellationToken cancellation)
    {
        var plan = await PlanAsync(db, year, cancellation);
        return [.. Rows(db.TenantId, plan.Batches, plan.Holders)];
    }

    // What lacks: every duty and period of which fewer open holders have an obligation than there are. Nobody is asked for what was due before the list applied.
    private async Task<Plan> PlanAsync(YipanqiDb db, int year, CancellationToken cancellation)
    {
        var duties = (await InForceAsync(db, cancellation)).Where(d => d.Duty.Facts.IsGenerated).ToList();
        var holders = await DutyHolders.ListAsync(db, duties.Select(d => d.Duty.Level).Distinct(), cancellation);
        var calendar = await calendars.OfAsync(db, cancellation);
        var keys = duties.SelectMany(d => DutyPeriod.Of(d.Duty.Frequency, year)).Select(p => p.Key).Distinct().ToArray();
        var open = db.Set<Unit>().Open();
        var made = await db.Set<Obligation>().Where(o => EF.Parameter(keys).Contains(o.PeriodKey))
            .GroupBy(o => new { o.DutyCode, o.PeriodKey })
            .Select(g => new { g.Key.DutyCode, g.Key.PeriodKey, Count = g.Count(o => open.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId)) }).ToListAsync(cancellation);
        var counts = made.ToDictionary(m => (m.DutyCode, m.PeriodKey), m => m.Count);
        var batches =
            from duty in duties
            from period in DutyPeriod.Of(duty.Duty.Frequency, year)
            where period.Last >= duty.EffectiveDay && counts.GetValueOrDefault((duty.Duty.Code, period.Key)) < holders[duty.Duty.Level].Count
            let facts = duty.Duty.Facts
            let due = facts.Due.DayOf(period, calendar)
            where due.Day >= duty.EffectiveDay
            select new Batch(duty.Duty.Id, facts, period, due, !counts.ContainsKey((facts.Code, period.Key)));
        return new Plan([.. batches], holders, duties.Count);
    }

    /// <summary>The duties of the published versions that no newer one of their list has replaced.</summary>
    internal static async Task<List<(Duty Duty, DateOnly EffectiveDay)>> InForceAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var published = db.Set<ListVersion>().Where(v => v.State == ListState.Published);
        var rows = await (
            from d in db.Set<Duty>()
            join v in published on new { d.TenantId, Id = d.ListVersionId } equals new { v.TenantId, v.Id }
            where !published.Any(w => w.TenantId == v.TenantId && w.ListId == v.ListId && w.Number > v.Number)
            orderby d.Level, d.Code
            select new { Duty = d, v.EffectiveDay }).ToListAsync(cancellation);
        return rows.ConvertAll(r => (r.Duty, r.EffectiveDay!.Value));
    }

    private async Task<Outcome<Answer>> WriteAsync(YipanqiDb db, BulkRows rows, Guid? personId, int year, Plan plan, CancellationToken cancellation)
    {
        var fresh = plan.Batches.Where(b => b.IsNew).ToList();
        var added = await rows.InsertAsync(Rows(db.TenantId, fresh, plan.Holders), cancellation);
        added += await rows.InsertNewAsync(Rows(db.TenantId, plan.Batches.Where(b => !b.IsNew), plan.Holders), cancellation);
        var provisional = plan.Batches.Count(b => b.Due.IsProvisional);
        if (added > 0)
        {
            var keys = string.Join('\n', plan.Batches.Select(b => $"{b.Duty.Code} {b.Period.Key}").Order(StringComparer.Ordinal));
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys)));
            var detail = JsonSerializer.Serialize(new { year, count = added, periods = plan.Batches.Count, provisional, hash });
            await db.SaveAsync(new Change(personId, clock.GetUtcNow().UtcDateTime, "obligation.generated", nameof(Obligation), null, "", detail), cancellation);
        }

        return new Answer(added, plan.Duties, provisional);
    }

    // Unit by unit, in the order of their ids: the rows of one unit stand together in the table and in the indexes that begin with it.
    private static IEnumerable<Obligation> Rows(Guid tenantId, IEnumerable<Batch> batches, IReadOnlyDictionary<DutyLevel, List<DutyHolders.Holder>> holders) =>
        from level in batches.GroupBy(b => b.Duty.Level)
        let ofLevel = level.ToList()
        from holder in holders[level.Key].OrderBy(h => h.UnitId)
        from batch in ofLevel
        select Obligation.New(tenantId, batch.DutyId, batch.Duty.Code, batch.Duty.Level, holder.UnitId, holder.PersonId, batch.Period.Key, batch.Due.Day, batch.Due.IsProvisional, batch.Duty.IsComputed);
}
