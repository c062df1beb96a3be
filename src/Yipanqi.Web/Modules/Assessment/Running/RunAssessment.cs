using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

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

    /// <param name="progress">Is told from time to time which share of the redraws is done, 0–1.</param>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation, Action<double>? progress = null)
    {
        var (loaded, refusal) = await unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, input, cancellation), cancellation);
        return refusal is not null ? refusal
            : loaded!.Inputs.Subjects.Any(s => !actor.Covers(Permission.RunAssessment, s.Path))
            ? new Refusal("run.scope", "", "测算涉及全部参评单位，您的职务管不到其中一部分，请由工委的同志测算。")
            : await KeepAsync(actor.TenantId, actor.PersonId, input, loaded, progress, cancellation);
    }

    /// <summary>Makes a preview anew that was made before, in the name of who made it: for the platform itself.</summary>
    internal async Task<Outcome<Guid>> RenewAsync(Guid tenantId, Guid personId, Input input, CancellationToken cancellation)
    {
        var (loaded, refusal) = await unitOfWork.ReadAsync(tenantId, db => LoadAsync(db, input, cancellation), cancellation);
        return refusal is not null ? refusal : await KeepAsync(tenantId, personId, input, loaded!, null, cancellation);
    }

    private async Task<Outcome<Guid>> KeepAsync(
        Guid tenantId, Guid personId, Input input, Loaded loaded, Action<double>? progress, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var content = SnapshotContent.Of(loaded.Inputs, RunOutput.Of(loaded.Inputs, progress));
        return await bulk.RunAsync<Guid>(
            tenantId,
            async (db, rows) =>
            {
                await PreviewMark.DropAsync(db, loaded.Marks, cancellation);
                return await SnapshotRows.ReplacePreviewAsync(db, rows, personId, input.Quarter, input.SchemeId, loaded.Inputs, content, now, cancellation);
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

        var marks = await PreviewMark.IdsAsync(db, input.Quarter, cancellation);
        var inputs = await RunLoad.LoadAsync(db, scheme, input.Quarter, cancellation);
        inputs = input.Intervals ? inputs with { Parameters = inputs.Parameters with { Redraws = RankIntervals.PublishedRedraws } } : inputs;
        return inputs.Subjects.Count == 0
            ? (null, new Refusal("run.nobody", "", "没有参加考评的单位。请先在单位管理里标明哪些单位参加考评。"))
            : (new(inputs, marks), null);
    }

    private sealed record Loaded(RunInputs Inputs, IReadOnlyList<Guid> Marks);

    internal static string EngineVersion { get; } = typeof(SchemeRun).Assembly.GetName().Version?.ToString(3) ?? "";
}
