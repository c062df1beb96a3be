using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A quarter while it is being made. Nothing is scored here; figures are pooled as a run would do.</summary>
public sealed class QuarterQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="quarter">Null: the quarter before the present one, since that is the one to be assessed now.</param>
    /// <param name="schemeId">Null: the scheme of the newest snapshot of the quarter, else the newest published scheme.</param>
    public Task<QuarterView> FindAsync(Actor actor, Quarter? quarter, Guid? schemeId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, quarter ?? Due, schemeId, cancellation), cancellation);

    private Quarter Due => Quarter.Of(ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime)).Previous;

    private static async Task<QuarterView> FindAsync(YipanqiDb db, Actor actor, Quarter quarter, Guid? schemeId, CancellationToken cancellation)
    {
        var schemes = await db.Set<Scheme>().AsNoTracking().Where(s => s.Status == SchemeStatus.Published).OrderByDescending(s => s.PublishedUtc)
            .Select(s => new SchemeLine(s.Id, s.Code, s.Name, s.Number, s.Status, s.DefinitionHash, s.CreatedUtc, "", s.PublishedUtc, "")).ToListAsync(cancellation);
        var snapshots = actor.Can(Permission.RunAssessment) || actor.Can(Permission.PublishAssessment) ? await SnapshotsAsync(db, quarter, cancellation) : [];
        var used = snapshots.Count == 0 ? null : schemes.Find(s => s.Id == snapshots[0].SchemeId);
        var chosen = schemes.Find(s => s.Id == schemeId) ?? used ?? schemes.FirstOrDefault();
        if (chosen is null)
        {
            return new(quarter, schemes, null, null, 0, snapshots);
        }

        var scheme = await db.Set<Scheme>().AsNoTracking().SingleAsync(s => s.Id == chosen.Id, cancellation);
        var inputs = await RunLoad.LoadAsync(db, scheme, quarter, cancellation);
        var own = inputs.Subjects.Select((s, at) => (at, s.UnitId, s.Code, s.ShortName, s.Path)).Where(s => actor.Covers(Permission.EnterObservations, s.Path)).ToList();
        return new(quarter, schemes, chosen.Id, CoverageOf(inputs, [.. own.Select(s => (s.at, s.UnitId, s.Code, s.ShortName))]), own.Count, snapshots);
    }

    private static CoverageView CoverageOf(RunInputs inputs, IReadOnlyList<(int Position, Guid UnitId, string Code, string ShortName)> organisations)
    {
        var reasons = inputs.Items.ToDictionary(i => i.Code, i => i.Reasons);
        return new CoverageTally(inputs.Definition, SchemeStructure.Build(inputs.Definition), (code, at) => reasons[code][at]).Of(organisations);
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
