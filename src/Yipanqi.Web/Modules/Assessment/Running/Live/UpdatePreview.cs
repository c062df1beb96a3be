using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Brings the preview of a quarter up to date after observations changed: only the organisations they reach are pooled and scored anew, and
/// the ranks of their groups; what comes out is, bit by bit, what a full run would give. Where what it stands on moved, or intervals of many
/// organisations would have to be drawn again, it makes the full run.
/// </summary>
public sealed class UpdatePreview(UnitOfWork unitOfWork, TimeProvider clock, BulkWrite? bulk = null)
{
    // Beyond so many units that changed, a full run reads less than following each of them.
    private const int MostUnits = 2_000;

    private readonly BulkWrite bulk = bulk ?? BulkWrite.Through(unitOfWork);

    /// <summary>What became of the marks.</summary>
    /// <param name="Organisations">How many organisations were pooled and scored anew.</param>
    /// <param name="Lines">How many lines differ, those with a new rank alone included.</param>
    public sealed record Answer(int Organisations, int Lines, bool IsFullRun);

    /// <summary>Quarters with something to do.</summary>
    public Task<IReadOnlyList<Quarter>> DueAsync(Guid tenantId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(tenantId, db => PreviewGround.DueAsync(db, cancellation), cancellation);

    public async Task<Outcome<Answer>> RunAsync(Guid tenantId, Quarter quarter, CancellationToken cancellation)
    {
        AssessmentSnapshot? outgrown = null;
        var outcome = await bulk.RunAsync<Answer>(
            tenantId,
            async (db, rows) =>
            {
                var (answer, stale) = await ApplyAsync(db, rows, quarter, cancellation);
                outgrown = stale;
                return answer;
            },
            cancellation);
        if (outgrown is null)
        {
            return outcome;
        }

        var made = await new RunAssessment(unitOfWork, clock, bulk).RenewAsync(tenantId, outgrown.CreatedBy, new(quarter, outgrown.SchemeId), cancellation);
        return made.IsDone ? new Answer(outgrown.Organisations, outgrown.Organisations, true) : Outcome<Answer>.Refused(made.Refusals);
    }

    private async Task<(Answer Answer, AssessmentSnapshot? Stale)> ApplyAsync(YipanqiDb db, BulkRows rows, Quarter quarter, CancellationToken cancellation)
    {
        var key = quarter.Key;
        var marks = await db.Set<PreviewMark>().AsNoTracking().Where(m => m.QuarterKey == key).ToListAsync(cancellation);
        var snapshot = await db.Set<AssessmentSnapshot>().SingleOrDefaultAsync(s => s.QuarterKey == key && s.Status == SnapshotStatus.Preview, cancellation);
        if (snapshot is null)
        {
            await DropAsync(db, marks, cancellation);
            return (new(0, 0, false), null);
        }

        var units = marks.Select(m => m.UnitId).Distinct().ToList();
        if (marks.Exists(m => m.IsOfAll) || units.Count > MostUnits || await PreviewGround.HasMovedAsync(db, snapshot, cancellation))
        {
            return (new(0, 0, true), snapshot);
        }

        if (marks.Count == 0)
        {
            return (new(0, 0, false), null);
        }

        // The trees of a past quarter are put together from what units were; a part of them is not.
        return await UnitForest.ThenOtherwise(db, quarter).AnyAsync(cancellation)
            ? (new(0, 0, true), snapshot)
            : await ApplyAsync(db, rows, snapshot, marks, units, cancellation);
    }

    private async Task<(Answer Answer, AssessmentSnapshot? Stale)> ApplyAsync(
        YipanqiDb db, BulkRows rows, AssessmentSnapshot snapshot, List<PreviewMark> marks, List<Guid> marked, CancellationToken cancellation)
    {
        var scheme = await db.Set<Scheme>().AsNoTracking().SingleAsync(s => s.Id == snapshot.SchemeId, cancellation);
        var definition = scheme.Read();
        var scope = await LiveScope.LoadAsync(db, snapshot.Quarter, marked, cancellation);
        var units = scope.Subjects.Select(s => scope.Forest.Units[s].Id).ToList();
        var lines = await db.Set<OrganisationScore>().AsNoTracking().Where(s => s.SnapshotId == snapshot.Id && units.Contains(s.UnitId)).ToListAsync(cancellation);
        var byUnit = lines.ToDictionary(l => l.UnitId);
        if (IsOutgrown(snapshot, scope, byUnit))
        {
            return (new(0, 0, true), snapshot);
        }

        var changed = lines.Count == 0 ? [] : await ApplyAsync(db, rows, snapshot, definition, scope, [.. units.Select(u => byUnit[u])], cancellation);
        await DropAsync(db, marks, cancellation);
        snapshot.Move(snapshot.Scored + changed.Sum(c => c.Scored));
        db.Entry(snapshot).State = EntityState.Modified;
        var detail = JsonSerializer.Serialize(new { quarter = snapshot.Quarter.ToString(), units = marked.Count, organisations = lines.Count, lines = changed.Count });
        await db.SaveAsync(new Change(null, clock.GetUtcNow().UtcDateTime, "assessment.preview-updated", nameof(AssessmentSnapshot), snapshot.Id, "", detail), cancellation);
        return (new(lines.Count, changed.Count, false), null);
    }

    private static async Task<List<(int Position, int Scored)>> ApplyAsync(
        YipanqiDb db, BulkRows rows, AssessmentSnapshot snapshot, SchemeDefinition definition, LiveScope scope, IReadOnlyList<OrganisationScore> lines,
        CancellationToken cancellation)
    {
        var chunks = new LiveChunks(db, snapshot.Id, definition, snapshot.Organisations);
        var positions = lines.Select(l => l.Position).ToList();
        var inputs = await LiveInputs.LoadAsync(db, snapshot, definition, scope, cancellation);
        await chunks.ReadAsync(positions, cancellation);
        await LivePatch.InputsAsync(chunks, inputs.Items, positions, snapshot.Organisations, cancellation);
        var adjustments = await RunAdjustments.LoadAsync(db, snapshot, cancellation);
        await chunks.ReadColumnAsync(ColumnKind.Adjustment, "", cancellation);
        chunks.ReplaceText(ColumnKind.Adjustment, adjustments.Lines.Count == 0 ? [] : adjustments.Write());
        var now = await new LiveScores(db, snapshot, definition, chunks, adjustments).LinesAsync(lines, cancellation);
        await chunks.SaveAsync(rows, cancellation);
        await ReplaceAsync(db, rows, snapshot.Id, now, inputs.Pooled, cancellation);
        await LiveFigures.RenewAsync(db, rows, snapshot, definition, now, cancellation);
        var before = lines.ToDictionary(l => l.Position, l => l.IndexScore is null ? 0 : 1);
        return [.. now.Select(l => (l.Position, before.TryGetValue(l.Position, out var was) ? (l.IndexScore is null ? 0 : 1) - was : 0))];
    }

    private static async Task ReplaceAsync(
        YipanqiDb db, BulkRows rows, Guid snapshotId, IReadOnlyList<OrganisationScore> lines, IReadOnlyList<(Guid UnitId, byte[] Content)> pooled, CancellationToken cancellation)
    {
        var positions = lines.Select(l => l.Position).ToList();
        await db.Set<OrganisationScore>().Where(s => s.SnapshotId == snapshotId && positions.Contains(s.Position)).ExecuteDeleteAsync(cancellation);
        await rows.InsertAsync(lines, cancellation);
        var units = pooled.Select(p => p.UnitId).ToList();
        await db.Set<UnitFigure>().Where(f => f.SnapshotId == snapshotId && units.Contains(f.UnitId)).ExecuteDeleteAsync(cancellation);
        await rows.InsertAsync(pooled.Select(p => UnitFigure.Of(db.TenantId, snapshotId, p.UnitId, p.Content)), cancellation);
    }

    // Units that are not the run's own, or intervals of so many organisations that drawing them is a step of its own.
    private static bool IsOutgrown(AssessmentSnapshot snapshot, LiveScope scope, Dictionary<Guid, OrganisationScore> stored) =>
        (RunParameters.Read(snapshot.Parameters).Redraws > 0 && snapshot.Organisations > RunParameters.MostRedrawnAtOnce)
            || scope.Forest.HasClosed
            || scope.Subjects.Select(s => scope.Forest.Units[s]).Any(u =>
                !stored.TryGetValue(u.Id, out var l) || (l.Code, l.Path, l.ShortName, l.PeerGroupId) != (u.Code, u.Path, u.ShortName, u.PeerGroupId));

    private static Task DropAsync(YipanqiDb db, IReadOnlyList<PreviewMark> marks, CancellationToken cancellation) =>
        PreviewMark.DropAsync(db, [.. marks.Select(m => m.Id)], cancellation);
}
