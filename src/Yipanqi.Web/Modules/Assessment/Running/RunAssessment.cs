using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Jobs;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Scores all assessed organisations for a quarter and keeps the result as the quarter's preview, in place of an earlier one.
/// Reads and calculates outside the transaction, so that nobody waits for it; the preview says exactly what it was made of.
/// </summary>
public sealed class RunAssessment(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Quarter Quarter, Guid SchemeId);

    /// <summary>A run of more organisations than this goes on in the background, so that nobody waits at the page.</summary>
    public const int LongFrom = 2_000;

    private const int Steps = 3;

    /// <summary>Whether so many organisations are scored that the run takes a while.</summary>
    public async Task<bool> IsLongAsync(Actor actor, CancellationToken cancellation) =>
        await unitOfWork.ReadAsync(actor.TenantId, db => db.Set<Unit>().CountAsync(u => u.IsAssessed, cancellation), cancellation) > LongFrom;

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation, IProgress<WorkStep>? progress = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        progress?.Report(new("读取数据", 0, Steps));
        var (inputs, refusal) = await unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, input, cancellation), cancellation);
        if (inputs is null)
        {
            return refusal!;
        }

        progress?.Report(new("计分、排名", 1, Steps));
        var output = RunOutput.Of(inputs);
        var content = SnapshotContent.Of(inputs, output);
        progress?.Report(new("保存预览", 2, Steps));
        return await unitOfWork.WriteAsync(actor.TenantId, db => KeepAsync(db, actor, input, inputs, content, now, cancellation), cancellation);
    }

    private static async Task<(RunInputs? Inputs, Refusal? Refusal)> LoadAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var scheme = await db.Set<Scheme>().SingleOrDefaultAsync(s => s.Id == input.SchemeId, cancellation);
        if (scheme is null || scheme.Status != SchemeStatus.Published)
        {
            return (null, new Refusal("run.scheme", nameof(input.SchemeId), "请选一个已发布的方案。草稿方案不能用来测算。"));
        }

        if ((await db.CycleOfAsync(input.Quarter, cancellation))?.State == QuarterState.Published)
        {
            return (null, new Refusal("run.published", "", "本季度已发布。要更正，请先启动更正并写明理由，再重新测算。"));
        }

        var inputs = await RunLoad.LoadAsync(db, scheme, input.Quarter, cancellation);
        return inputs.Subjects.Count == 0
            ? (null, new Refusal("run.nobody", "", "没有参加考评的单位。请先在单位管理里标明哪些单位参加考评。"))
            : inputs.Subjects.Any(s => !actor.Covers(Permission.RunAssessment, s.ScopePath))
            ? (null, new Refusal("run.scope", "", "测算涉及全部参评单位，您的职务管不到其中一部分，请由工委的同志测算。"))
            : (inputs, null);
    }

    private static async Task<Outcome<Guid>> KeepAsync(
        YipanqiDb db, Actor actor, Input input, RunInputs inputs, SnapshotContent content, DateTime now, CancellationToken cancellation)
    {
        var key = input.Quarter.Key;
        var earlier = await db.Set<AssessmentSnapshot>().Where(s => s.QuarterKey == key).ToListAsync(cancellation);
        db.RemoveRange(earlier.Where(s => s.Status == SnapshotStatus.Preview));
        var number = earlier.Where(s => s.Status != SnapshotStatus.Preview).Max(s => (int?)s.Number).GetValueOrDefault() + 1;
        var snapshot = AssessmentSnapshot.Preview(db.TenantId, input.Quarter, number, input.SchemeId, actor.PersonId, now);
        snapshot.Seal(
            content.InputHash, content.ResultHash, EngineVersion, inputs.Seed, inputs.Parameters.Write(),
            inputs.Subjects.Count, content.Lines.Count(l => l.Index is not null), inputs.Observations);
        db.Add(snapshot);
        db.AddRange(content.Inputs.Concat(content.Results).Select(c => SnapshotColumn.Of(db.TenantId, snapshot.Id, c.Kind, c.Code, c.Content)));
        db.AddRange(content.Lines.Select(l => l.ToRow(db.TenantId, snapshot.Id, inputs.Subjects[l.Position])));
        var detail = JsonSerializer.Serialize(new { quarter = input.Quarter.ToString(), scheme = input.SchemeId, snapshot.InputHash, snapshot.ResultHash, snapshot.Organisations });
        await db.SaveAsync(new Change(actor.PersonId, now, "assessment.previewed", nameof(AssessmentSnapshot), snapshot.Id, "", detail), cancellation);
        return snapshot.Id;
    }

    internal static string EngineVersion { get; } = typeof(SchemeRun).Assembly.GetName().Version?.ToString(3) ?? "";
}
