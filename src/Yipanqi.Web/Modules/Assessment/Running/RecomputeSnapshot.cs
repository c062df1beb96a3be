using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// 重算核对：scores a snapshot again from the inputs it keeps and compares every byte. Changes nothing; anyone who may see the
/// whole assessment may ask for it.
/// </summary>
public sealed class RecomputeSnapshot(UnitOfWork unitOfWork)
{
    /// <summary>The answer of the check.</summary>
    /// <param name="InputsIntact">The stored inputs still have the hash that was sealed.</param>
    /// <param name="ResultsEqual">The results calculated again have the hash that was sealed, and are the stored ones.</param>
    /// <param name="Differences">Stored columns and lines that differ from those calculated again; at most 20 names.</param>
    public sealed record Answer(
        bool InputsIntact, bool ResultsEqual, string SealedHash, string RecomputedHash, string SealedEngine, string Engine, IReadOnlyList<string> Differences)
    {
        public bool IsSame => InputsIntact && ResultsEqual && Differences.Count == 0;
    }

    public async Task<Outcome<Answer>> RunAsync(Actor actor, Guid snapshotId, CancellationToken cancellation)
    {
        var stored = await unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, snapshotId, cancellation), cancellation);
        if (stored is not { } found)
        {
            return new Refusal("recompute.unknown", "", "没有这份测算结果，或您的职务看不到全部参评单位。");
        }

        if (found.Inputs is null)
        {
            return new Refusal("recompute.format", "", "这份结果由较早版本的程序存下，数列的写法不同，请用当时的版本重算核对。");
        }

        var content = SnapshotContent.Of(found.Inputs, RunOutput.Of(found.Inputs));
        return new Answer(
            content.InputHash == found.Snapshot.InputHash, content.ResultHash == found.Snapshot.ResultHash, found.Snapshot.ResultHash, content.ResultHash,
            found.Snapshot.EngineVersion, RunAssessment.EngineVersion, [.. Differences(content, found.Run, found.Lines).Take(20)]);
    }

    private static IEnumerable<string> Differences(SnapshotContent content, StoredRun run, IReadOnlyList<OrganisationScore> lines)
    {
        foreach (var column in content.Results)
        {
            if (!run.Has(column.Kind, column.Code) || !run.Whole(column.Kind, column.Code).AsSpan().SequenceEqual(column.Bytes(0, column.Rows)))
            {
                yield return $"{column.Kind} {column.Code}";
            }
        }

        foreach (var (line, row) in content.Lines.Zip(lines))
        {
            if (SnapshotContent.Text(line) != SnapshotContent.Text(ScoreLine.Of(row)))
            {
                yield return row.Code;
            }
        }
    }

    private static async Task<(AssessmentSnapshot Snapshot, StoredRun Run, RunInputs? Inputs, List<OrganisationScore> Lines)?> LoadAsync(
        YipanqiDb db, Actor actor, Guid snapshotId, CancellationToken cancellation)
    {
        var snapshot = await db.Set<AssessmentSnapshot>().SingleOrDefaultAsync(s => s.Id == snapshotId, cancellation);
        var lines = await db.Set<OrganisationScore>().Where(l => l.SnapshotId == snapshotId).OrderBy(l => l.Position).ToListAsync(cancellation);
        if (snapshot is null || lines.Any(l => !actor.Covers(Permission.ViewAssessment, l.ScopePath)))
        {
            return null;
        }

        var scheme = await db.Set<Scheme>().SingleAsync(s => s.Id == snapshot.SchemeId, cancellation);
        var (run, parameters) = (await SnapshotStore.LoadAsync(db, snapshotId, scheme.Read(), cancellation), RunParameters.Read(snapshot.Parameters));
        var subjects = lines.Select(RunSubject.Of).ToList();
        var inputs = parameters.Format == RunParameters.CurrentFormat
            ? run.Inputs(SchemeJson.HashOf(scheme.Definition), snapshot.Quarter, parameters, subjects, snapshot.Observations)
            : null;
        return (snapshot, run, inputs, lines);
    }
}
