using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Publishes the preview of a quarter. From then on it is frozen; a later correction is a new snapshot that names this one and
/// the reason. A preview whose inputs have changed since is refused: what is published is what was looked at, and is up to date.
/// </summary>
public sealed class PublishAssessment(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Reason">Needed where the quarter has a published snapshot already.</param>
    public sealed record Input(Guid SnapshotId, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => PublishAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> PublishAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var snapshot = await db.Set<AssessmentSnapshot>().SingleOrDefaultAsync(s => s.Id == input.SnapshotId, cancellation);
        if (snapshot is null || snapshot.Status != SnapshotStatus.Preview)
        {
            return new Refusal("publish.preview", "", "这份预览已被新的测算替换，或已经发布。请刷新后再看。");
        }

        var replaced = await db.Set<AssessmentSnapshot>()
            .SingleOrDefaultAsync(s => s.QuarterKey == snapshot.QuarterKey && s.Status == SnapshotStatus.Published, cancellation);
        var reason = input.Reason.Trim();
        if ((replaced is not null && reason.Length == 0) || reason.Length > 500)
        {
            return new Refusal("publish.reason", nameof(input.Reason), "本季度已发布过。更正须写明理由（500 字以内），原结果会保留备查。");
        }

        if (RunParameters.Read(snapshot.Parameters).Redraws == 0)
        {
            return new Refusal("publish.intervals", "", "名次区间还没有算。请先计算名次区间，再发布。");
        }

        if (await CheckInputsAsync(db, actor, snapshot, cancellation) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await QuarterPublication.MoveAsync(db, actor, snapshot, reason, now, cancellation) is { } early)
        {
            return early;
        }

        snapshot.Publish(actor.PersonId, now, replaced, reason);
        await db.Set<UnitFigure>().Where(f => f.SnapshotId == snapshot.Id).ExecuteDeleteAsync(cancellation);
        var detail = JsonSerializer.Serialize(new { quarter = snapshot.Quarter.ToString(), snapshot.InputHash, snapshot.ResultHash, replaces = replaced?.Id });
        await db.SaveAsync(new Change(actor.PersonId, now, "assessment.published", nameof(AssessmentSnapshot), snapshot.Id, reason, detail), cancellation);
        return snapshot.Id;
    }

    private static async Task<Refusal?> CheckInputsAsync(YipanqiDb db, Actor actor, AssessmentSnapshot snapshot, CancellationToken cancellation)
    {
        var scheme = await db.Set<Scheme>().SingleAsync(s => s.Id == snapshot.SchemeId, cancellation);
        var inputs = await RunLoad.LoadAsync(db, scheme, snapshot.Quarter, cancellation);
        inputs = inputs with { Parameters = inputs.Parameters with { Redraws = RunParameters.Read(snapshot.Parameters).Redraws } };
        if (inputs.Subjects.Any(s => !actor.Covers(Permission.PublishAssessment, s.ScopePath)))
        {
            return new Refusal("publish.scope", "", "发布涉及全部参评单位，您的职务管不到其中一部分，请由工委负责人发布。");
        }

        if (snapshot.InputHash.Length == 0)
        {
            await SealAsync(db, snapshot, scheme, inputs, cancellation);
        }

        return SnapshotContent.InputHashOf(inputs) != snapshot.InputHash
            ? new Refusal("publish.changed", "", "预览之后，数据或单位设置有变动。请重新测算，看过新的预览再发布。")
            : null;
    }

    // A preview that moved with the observations is sealed over what it holds now: columns and lines as they are stored.
    private static async Task SealAsync(YipanqiDb db, AssessmentSnapshot snapshot, Scheme scheme, RunInputs now, CancellationToken cancellation)
    {
        var lines = await db.Set<OrganisationScore>().AsNoTracking().Where(l => l.SnapshotId == snapshot.Id).OrderBy(l => l.Position).ToListAsync(cancellation);
        var run = await SnapshotStore.LoadAsync(db, snapshot.Id, scheme.Read(), cancellation);
        var inputs = run.Inputs(scheme.DefinitionHash, snapshot.Quarter, RunParameters.Read(snapshot.Parameters), [.. lines.Select(RunSubject.Of)], now.Observations);
        snapshot.Seal(
            SnapshotContent.InputHashOf(inputs), SnapshotContent.ResultHashOf(run, lines), RunAssessment.EngineVersion, inputs.Seed, snapshot.Parameters,
            snapshot.Organisations, snapshot.Scored, now.Observations);
    }
}
