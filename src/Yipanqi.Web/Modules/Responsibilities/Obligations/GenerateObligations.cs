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
/// 派发：makes the obligations of a year from the lists in force, for every unit and post of their levels. Repeated, it adds what lacks (new units and members, a list
/// published since) and nothing twice. Commands do not grow with rows; many rows go through the second door.
/// </summary>
public sealed class GenerateObligations(UnitOfWork unitOfWork, WorkingCalendars calendars, TimeProvider clock, BulkWrite? bulk = null)
{
    private readonly BulkWrite bulk = bulk ?? BulkWrite.Through(unitOfWork);

    /// <param name="Added">Obligations made.</param>
    /// <param name="Provisional">Of the due days, those that wait for a calendar.</param>
    public sealed record Answer(long Added, int Duties, int Provisional);

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
        return plan.Parts.Count == 0
            ? new Answer(0, plan.Duties, 0)
            : await bulk.RunAsync(tenantId, (db, rows) => WriteAsync(db, rows, personId, year, plan, cancellation), cancellation);
    }

    /// <summary>The obligations of a year that lack, as they would be made; nothing is written.</summary>
    internal async Task<IReadOnlyList<Obligation>> PlannedAsync(YipanqiDb db, int year, CancellationToken cancellation) =>
        [.. (await PlanAsync(db, year, cancellation)).Parts.SelectMany(p => p.Rows(db.TenantId))];

    private async Task<ObligationPlan> PlanAsync(YipanqiDb db, int year, CancellationToken cancellation) =>
        await ObligationPlan.MakeAsync(db, await calendars.OfAsync(db, cancellation), year, cancellation);

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

    private async Task<Outcome<Answer>> WriteAsync(YipanqiDb db, BulkRows rows, Guid? personId, int year, ObligationPlan plan, CancellationToken cancellation)
    {
        var (added, batches) = (0L, plan.Batches.ToList());
        foreach (var part in plan.Parts)
        {
            added += part.IsNew ? await rows.InsertAsync(part.Rows(db.TenantId), cancellation) : await rows.InsertNewAsync(part.Rows(db.TenantId), cancellation);
        }

        var provisional = batches.Count(b => b.Due.IsProvisional);
        if (added > 0)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', batches.Select(b => b.Pair).Order(StringComparer.Ordinal)))));
            var detail = JsonSerializer.Serialize(new { year, count = added, periods = batches.Count, provisional, hash });
            await db.SaveAsync(new Change(personId, clock.GetUtcNow().UtcDateTime, "obligation.generated", nameof(Obligation), null, "", detail), cancellation);
        }

        return new Answer(added, plan.Duties, provisional);
    }
}
