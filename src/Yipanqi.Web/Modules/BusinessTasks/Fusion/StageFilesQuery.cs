using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Evidence;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Files beside the stages that a fusion point recorded: seen by whoever sees the fusion point.</summary>
public sealed class StageFilesQuery(UnitOfWork unitOfWork)
{
    /// <summary>By record, those that were corrected too.</summary>
    public async Task<ILookup<Guid, EvidenceLine>> OfAsync(Actor actor, Guid pointId, CancellationToken cancellation) =>
        (await unitOfWork.ReadAsync(actor.TenantId, db => db.EvidenceOfAsync(Records(db, actor, pointId), cancellation), cancellation)).ToLookup(f => f.SubjectId);

    /// <summary>Null for one that is not there or not in what the actor sees.</summary>
    public Task<GivenFile?> FileAsync(Actor actor, Guid pointId, Guid fileId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => db.FileOfAsync(Records(db, actor, pointId), fileId, cancellation), cancellation);

    private static IQueryable<Guid> Records(YipanqiDb db, Actor actor, Guid pointId)
    {
        var seen = db.FusionPoints(actor).Where(p => p.Id == pointId);
        return db.Set<StageRecord>().Where(r => seen.Any(p => p.TenantId == r.TenantId && p.Id == r.FusionPointId)).Select(r => r.Id);
    }
}
