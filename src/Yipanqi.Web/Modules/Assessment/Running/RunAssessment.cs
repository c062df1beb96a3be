using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Scores all assessed organisations for a quarter and keeps the result as the quarter's preview, in place of an earlier one.
/// Reads and calculates outside the transaction, so that nobody waits for it; the preview says exactly what it was made of.
/// </summary>
public sealed class RunAssessment(UnitOfWork unitOfWork, TimeProvider clock, BulkWrite? bulk = null)
{
    private readonly BulkWrite bulk = bulk ?? BulkWrite.Through(unitOfWork);

    public sealed record Input(Quarter Quarter, Guid SchemeId);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (inputs, refusal) = await unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, input, cancellation), cancellation);
        if (inputs is null)
        {
            return refusal!;
        }

        var output = RunOutput.Of(inputs);
        var content = SnapshotContent.Of(inputs, output);
        return await bulk.RunAsync(actor.TenantId, (db, rows) => KeepAsync(db, rows, actor, input, inputs, content, now, cancellation), cancellation);
    }

    private static async Task<(RunInputs? Inputs, Refusal? Refusal)> LoadAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var scheme = await db.Set<Scheme>().SingleOrDefaultAsync(s => s.Id == input.SchemeId, cancellation);
        if (scheme is null || scheme.Status != SchemeStatus.Published)
        {
            return (null, new Refusal("run.scheme", nameof(input.SchemeId), "请选一个已发布的方案。草稿方案不能用来测算。"));
        }

        var inputs = await RunLoad.LoadAsync(db, scheme, input.Quarter, cancellation);
        return inputs.Subjects.Count == 0
            ? (null, new Refusal("run.nobody", "", "没有参加考评的单位。请先在单位管理里标明哪些单位参加考评。"))
            : inputs.Subjects.Any(s => !actor.Covers(Permission.RunAssessment, s.Path))
            ? (null, new Refusal("run.scope", "", "测算涉及全部参评单位，您的职务管不到其中一部分，请由工委的同志测算。"))
            : (inputs, null);
    }

    private static async Task<Outcome<Guid>> KeepAsync(
        YipanqiDb db, BulkRows rows, Actor actor, Input input, RunInputs inputs, SnapshotContent content, DateTime now, CancellationToken cancellation)
    {
        var key = input.Quarter.Key;
        var snapshots = db.Set<AssessmentSnapshot>().Where(s => s.QuarterKey == key);
        await snapshots.Where(s => s.Status == SnapshotStatus.Preview).ExecuteDeleteAsync(cancellation);
        var number = await snapshots.MaxAsync(s => (int?)s.Number, cancellation) is { } last ? last + 1 : 1;
        var snapshot = AssessmentSnapshot.Preview(db.TenantId, input.Quarter, number, input.SchemeId, actor.PersonId, now);
        snapshot.Seal(
            content.InputHash, content.ResultHash, EngineVersion, inputs.Seed, inputs.Parameters.Write(),
            inputs.Subjects.Count, content.Lines.Count(l => l.Index is not null), inputs.Observations);
        db.Add(snapshot);
        var detail = JsonSerializer.Serialize(new { quarter = input.Quarter.ToString(), scheme = input.SchemeId, snapshot.InputHash, snapshot.ResultHash, snapshot.Organisations });
        await db.SaveAsync(new Change(actor.PersonId, now, "assessment.previewed", nameof(AssessmentSnapshot), snapshot.Id, "", detail), cancellation);
        await SnapshotRows.AddAsync(db, rows, snapshot.Id, inputs, content, cancellation);
        return snapshot.Id;
    }

    internal static string EngineVersion { get; } = typeof(SchemeRun).Assembly.GetName().Version?.ToString(3) ?? "";
}
