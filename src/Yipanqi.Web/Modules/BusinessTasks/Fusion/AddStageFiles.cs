using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Evidence;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>补充佐证文件: further files for a stage that a fusion point has recorded, by whoever may record it, while the fusion point is live.</summary>
public sealed class AddStageFiles(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>The field of a form that takes files.</summary>
    public const string Field = "File";

    /// <param name="RecordId">The record that stands for the stage.</param>
    public sealed record Input(Guid FusionPointId, Guid RecordId, IReadOnlyList<GivenFile> Files);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    /// <summary>Puts the files beside the record, each once; answers their hashes.</summary>
    internal static async Task<IReadOnlyList<string>> KeepAsync(YipanqiDb db, Actor actor, Guid recordId, FusionPoint point, IReadOnlyList<GivenFile> files, DateTime now, CancellationToken cancellation)
    {
        var hashes = new List<string>();
        foreach (var file in files)
        {
            var kept = await db.KeepEvidenceAsync(actor, recordId, point.PartyUnitId, "", file, Field, now, cancellation);
            hashes.Add(kept.Value!);
        }

        return hashes;
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindFusionPointAsync(actor, input.FusionPointId, cancellation) is not { } point)
        {
            return FusionAccess.Absent;
        }

        if (point.State == FusionState.Ended)
        {
            return FusionAccess.Ended;
        }

        var record = await db.Set<StageRecord>().SingleOrDefaultAsync(r => r.Id == input.RecordId && r.FusionPointId == point.Id, cancellation);
        var refusals = EvidenceRules.FaultsOf(input.Files, Field).ToList();
        if (record is null)
        {
            refusals.Add(new Refusal("stage.stage", nameof(input.RecordId), "请选阶段。"));
        }

        if (input.Files.Count == 0)
        {
            refusals.Add(new Refusal("evidence.none", Field, "请选要补充的文件。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        if (record!.ReplacedUtc is not null)
        {
            return FusionAccess.Raced;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var files = await KeepAsync(db, actor, record.Id, point, input.Files, now, cancellation);
        var detail = JsonSerializer.Serialize(new { task = point.TaskId, point = point.Id, stage = record.Stage.ToString(), files });
        await db.SaveAsync(new Change(actor.PersonId, now, "stage.filed", nameof(StageRecord), record.Id, "", detail), cancellation);
        return record.Id;
    }
}
