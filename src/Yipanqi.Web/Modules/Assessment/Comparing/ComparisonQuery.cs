using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One organisation in two published quarters. The number of commands does not depend on how many items or organisations there are.</summary>
public sealed class ComparisonQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    private const int BytesPerComparison = 48 * 1024;

    /// <summary>Null where fewer than two quarters are published, or the actor sees the organisation in neither.</summary>
    public Task<ComparisonView?> FindAsync(Actor actor, Guid unitId, Quarter? from, Quarter? to, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, unitId, from, to, cancellation), cancellation);

    private async Task<ComparisonView?> FindAsync(YipanqiDb db, Actor actor, Guid unitId, Quarter? from, Quarter? to, CancellationToken cancellation)
    {
        if (ComparisonQuarters.Of(await snapshots.HeadsAsync(db, actor, cancellation), from, to) is not { } quarters)
        {
            return null;
        }

        var view = await snapshots.KeepAsync(
            actor, Permission.ViewAssessment, quarters.After.Id, $"compared {unitId} {quarters.After.Version} {quarters.Before.Id} {quarters.Before.Version}", () => MakeAsync(db, actor, unitId, quarters, cancellation), _ => BytesPerComparison);
        return view is null ? null : view with { Quarters = quarters.Choices };
    }

    private async Task<ComparisonView?> MakeAsync(YipanqiDb db, Actor actor, Guid unitId, ComparisonQuarters quarters, CancellationToken cancellation)
    {
        Guid[] ids = [quarters.Before.Id, quarters.After.Id];
        var lines = await db.Set<OrganisationScore>().AsNoTracking().Within(actor, Permission.ViewAssessment, s => s.ScopePath)
            .Where(s => s.UnitId == unitId && ids.Contains(s.SnapshotId)).Select(ComparedLine.FromRow).ToDictionaryAsync(l => l.SnapshotId, cancellation);
        if (lines.Count == 0)
        {
            return null;
        }

        var (was, now) = (lines.GetValueOrDefault(ids[0]), lines.GetValueOrDefault(ids[1]));
        var known = (now ?? was)!;
        var pair = await ComparedPair.OpenAsync(db, snapshots, (quarters.Before, Listed(was)), (quarters.After, Listed(now)), cancellation);
        IReadOnlyList<Engine.CompositeIndex.ItemContribution> parts = [];
        var state = now is null ? ComparisonState.Absent : pair.StateOf(now, out parts);
        var group = await db.Set<PeerGroup>().Where(g => g.Id == known.PeerGroupId).Select(g => g.Name).SingleOrDefaultAsync(cancellation);
        return new(
            [], quarters.Before, quarters.After, unitId, known.Code, known.ShortName, group ?? "", was is null ? null : ComparedUnit.Of(was), now is null ? null : ComparedUnit.Of(now),
            state, pair.Items(now, parts, unitId), SchemeShift.Of(
                quarters.Before, quarters.After, await snapshots.DefinitionAsync(db, quarters.Before.SchemeId, cancellation),
                await snapshots.DefinitionAsync(db, quarters.After.SchemeId, cancellation)));
    }

    private static IReadOnlyList<ComparedLine> Listed(ComparedLine? line) => line is null ? [] : [line];
}
