using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Jobs;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Scores all assessed organisations for a quarter and keeps the result as the quarter's preview, in place of an earlier one.
/// Reads and calculates outside the transaction, so that nobody waits for it; the preview says exactly what it was made of.
/// </summary>
public sealed class RunAssessment(UnitOfWork unitOfWork, TimeProvider clock, BulkWrite? bulk = null)
{
    private readonly BulkWrite bulk = bulk ?? BulkWrite.Through(unitOfWork);

    /// <param name="Intervals">Draw rank intervals however many organisations there are; without it a preview of many has none yet.</param>
    public sealed record Input(Quarter Quarter, Guid SchemeId, bool Intervals = false);

    /// <summary>A run of more organisations than this goes on in the background, so that nobody waits at the page.</summary>
    public const int LongFrom = RunParameters.MostRedrawnAtOnce;

    private const int Steps = 3;
    private const int Parts = 1_000;

    /// <summary>Whether so many organisations are scored that the run takes a while.</summary>
    public async Task<bool> IsLongAsync(Actor actor, CancellationToken cancellation) =>
        await unitOfWork.ReadAsync(actor.TenantId, db => db.Set<Unit>().CountAsync(u => u.IsAssessed, cancellation), cancellation) > LongFrom;

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation, IProgress<WorkStep>? progress = null)
    {
        progress?.Report(new("读取数据", 0, Steps));
        var now = clock.GetUtcNow().UtcDateTime;
        var (loaded, refusal) = await unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, input, cancellation), cancellation);
        return refusal is not null ? refusal
            : loaded!.Inputs.Subjects.Any(s => !actor.Covers(Permission.RunAssessment, s.ScopePath))
            ? new Refusal("run.scope", "", "测算涉及全部参评单位，您的职务管不到其中一部分，请由工委的同志测算。")
            : await KeepAsync(actor.TenantId, actor.PersonId, input, loaded, now, progress, cancellation);
    }

    /// <summary>Makes a preview anew that was made before, in the name of who made it: for the platform itself.</summary>
    internal async Task<Outcome<Guid>> RenewAsync(Guid tenantId, Guid personId, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (loaded, refusal) = await unitOfWork.ReadAsync(tenantId, db => LoadAsync(db, input, cancellation), cancellation);
        return refusal is not null ? refusal : await KeepAsync(tenantId, personId, input, loaded!, now, null, cancellation);
    }

    private async Task<Outcome<Guid>> KeepAsync(
        Guid tenantId, Guid personId, Input input, Loaded loaded, DateTime loadedUtc, IProgress<WorkStep>? progress, CancellationToken cancellation)
    {
        progress?.Report(new("计分、排名", 1, Steps));
        Action<double>? redrawn = input.Intervals && progress is not null ? share => progress.Report(new("重抽名次区间", (int)(Parts * share), Parts)) : null;
        var content = SnapshotContent.Of(loaded.Inputs, RunOutput.Of(loaded.Inputs, redrawn));
        progress?.Report(new("保存预览", 2, Steps));
        return await bulk.RunAsync<Guid>(
            tenantId,
            async (db, rows) =>
            {
                await PreviewMark.DropAsync(db, loaded.Marks, cancellation);
                if (await PreviewAsync(db, input.Quarter, cancellation) != loaded.Preview)
                {
                    // Marks were applied to the preview that is replaced here: which ones, nobody knows any more.
                    db.Add(PreviewMark.OfAll(tenantId, input.Quarter));
                }

                return await SnapshotRows.ReplacePreviewAsync(db, rows, personId, input.Quarter, input.SchemeId, loaded.Inputs, content, loadedUtc, cancellation);
            },
            cancellation);
    }

    private static async Task<(Loaded? Loaded, Refusal? Refusal)> LoadAsync(YipanqiDb db, Input input, CancellationToken cancellation)
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

        var preview = await PreviewAsync(db, input.Quarter, cancellation);
        var marks = await PreviewMark.IdsAsync(db, input.Quarter, cancellation);
        var inputs = await RunLoad.LoadAsync(db, scheme, input.Quarter, cancellation);
        inputs = input.Intervals ? inputs with { Parameters = inputs.Parameters with { Redraws = RankIntervals.PublishedRedraws } } : inputs;
        return inputs.Subjects.Count == 0
            ? (null, new Refusal("run.nobody", "", "没有参加考评的单位。请先在单位管理里标明哪些单位参加考评。"))
            : (new(inputs, marks, preview), null);
    }

    private static async Task<(Guid Id, int Version)?> PreviewAsync(YipanqiDb db, Quarter quarter, CancellationToken cancellation)
    {
        var key = quarter.Key;
        var preview = await db.Set<AssessmentSnapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.QuarterKey == key && s.Status == SnapshotStatus.Preview, cancellation);
        return preview is null ? null : (preview.Id, preview.Version);
    }

    /// <param name="Preview">The preview that stood while the inputs were read.</param>
    private sealed record Loaded(RunInputs Inputs, IReadOnlyList<Guid> Marks, (Guid Id, int Version)? Preview);

    internal static string EngineVersion { get; } = typeof(SchemeRun).Assembly.GetName().Version?.ToString(3) ?? "";
}
