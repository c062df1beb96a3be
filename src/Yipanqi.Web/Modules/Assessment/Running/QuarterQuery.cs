using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A quarter while it is being made. Nothing is scored or pooled here: what is reported is counted by the database.</summary>
public sealed class QuarterQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="quarter">Null: the quarter that is being worked on, else the one before today's.</param>
    /// <param name="schemeId">The scheme to look by where the quarter is not opened; null: the newest published one.</param>
    public Task<QuarterView> FindAsync(Actor actor, Quarter? quarter, Guid? schemeId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, quarter, schemeId, ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime), cancellation), cancellation);

    private static async Task<QuarterView> FindAsync(YipanqiDb db, Actor actor, Quarter? asked, Guid? schemeId, DateOnly today, CancellationToken cancellation)
    {
        var quarter = asked ?? await db.CurrentQuarterAsync(today, cancellation);
        var cycle = await db.CycleViewAsync(quarter, today, cancellation);
        var schemes = await db.Set<Scheme>().AsNoTracking().Where(s => s.Status == SchemeStatus.Published).OrderByDescending(s => s.PublishedUtc).ThenByDescending(s => s.Number)
            .Select(s => new SchemeLine(s.Id, s.Code, s.Name, s.Number, s.Status, s.DefinitionHash, s.CreatedUtc, "", s.PublishedUtc, "")).ToListAsync(cancellation);
        var snapshots = actor.Can(Permission.RunAssessment) || actor.Can(Permission.PublishAssessment) ? await SnapshotsAsync(db, quarter, cancellation) : [];
        var chosen = schemes.Find(s => s.Id == (cycle?.SchemeId ?? schemeId)) ?? schemes.FirstOrDefault();
        if (chosen is null)
        {
            return new(quarter, cycle, schemes, null, null, new(0, 0, 0, 0), snapshots);
        }

        var definition = SchemeJson.Read(await db.Set<Scheme>().Where(s => s.Id == chosen.Id).Select(s => s.Definition).SingleAsync(cancellation));
        return new(
            quarter, cycle, schemes, chosen.Id, await CoverageAsync(db, actor, quarter.Key, definition, cancellation), await WaitingAsync(db, actor, quarter.Key, definition, cancellation), snapshots);
    }

    private static async Task<CollectCoverage> CoverageAsync(YipanqiDb db, Actor actor, int key, SchemeDefinition definition, CancellationToken cancellation)
    {
        var items = new CollectItems(definition);
        var organisations = db.Set<Unit>().Within(actor, Permission.EnterObservations, u => u.Path).Where(u => u.IsAssessed);
        var reported = await ReportedPair.Of(db, organisations, key, items.Codes).GroupBy(p => p.ItemCode).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return items.Coverage(await organisations.CountAsync(cancellation), reported);
    }

    private static async Task<QuarterView.Waiting> WaitingAsync(YipanqiDb db, Actor actor, int key, SchemeDefinition definition, CancellationToken cancellation)
    {
        var tops = actor.PathsFor(Permission.ReviewObservations);
        var reviewed = db.Set<Unit>().Within(tops, u => u.Path).Where(u => !tops.Contains(u.Path));
        var adjusted = db.Set<Unit>().Within(actor, Permission.EnterAdjustments, u => u.Path);
        var answered = db.Set<Unit>().Within(actor, Permission.AnswerObjections, u => u.Path);
        var supplied = definition.Nodes.Where(n => n.IsSupplied()).Select(n => n.Code).ToList();
        return new(
            await db.Set<ManualFigure>().CountAsync(f => f.QuarterKey == key && f.State == ManualState.Entered && reviewed.Any(u => u.Id == f.UnitId), cancellation),
            supplied.Count - await db.Set<SupplySheet>().CountAsync(s => s.QuarterKey == key && s.IsSigned && supplied.Contains(s.ItemCode), cancellation),
            await db.Set<Adjustment>().CountAsync(a => a.QuarterKey == key && a.State == AdjustmentState.Entered && adjusted.Any(u => u.Id == a.UnitId), cancellation),
            await db.Set<Objection>().CountAsync(o => o.QuarterKey == key && o.State == ObjectionState.Filed && answered.Any(u => u.Id == o.UnitId), cancellation));
    }

    private static Task<List<SnapshotLine>> SnapshotsAsync(YipanqiDb db, Quarter quarter, CancellationToken cancellation)
    {
        var key = quarter.Key;
        return (
            from s in db.Set<AssessmentSnapshot>().AsNoTracking()
            where s.QuarterKey == key
            join x in db.Set<Scheme>() on new { s.TenantId, Id = s.SchemeId } equals new { x.TenantId, x.Id }
            orderby s.Number descending
            select new SnapshotLine(
                s.Id, s.Number, s.Status, x.Id, x.Name, x.Number, s.Organisations, s.Scored, s.Observations, s.CreatedUtc,
                db.Set<Person>().Where(p => p.Id == s.CreatedBy).Select(p => p.Name).FirstOrDefault() ?? "", s.PublishedUtc,
                db.Set<Person>().Where(p => p.Id == s.PublishedBy).Select(p => p.Name).FirstOrDefault() ?? "", s.Reason, s.InputHash, s.ResultHash, s.Seed, s.Parameters))
            .ToListAsync(cancellation);
    }
}
