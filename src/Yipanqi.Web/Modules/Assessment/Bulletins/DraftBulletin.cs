using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Begins a bulletin of a published quarter. One draft of a quarter is open at a time; sign and addressee are those of the bulletin before.</summary>
public sealed class DraftBulletin(UnitOfWork unitOfWork, TimeProvider clock)
{
    private const string UsualAddressee = "各参评单位";

    public Task<Outcome<Guid>> RunAsync(Actor actor, Quarter quarter, CancellationToken cancellation) => unitOfWork.WriteAsync<Guid>(
        actor.TenantId,
        async db =>
        {
            var (now, key) = (clock.GetUtcNow().UtcDateTime, quarter.Key);
            var snapshot = await db.Set<AssessmentSnapshot>().SingleOrDefaultAsync(s => s.QuarterKey == key && s.Status == SnapshotStatus.Published, cancellation);
            if (snapshot is null)
            {
                return new Refusal("bulletin.quarter", "Quarter", $"{quarter.Chinese}还没有发布考评结果。发布后再起草通报。");
            }

            if (!await db.CoversAsync(actor, Permission.RunAssessment, snapshot.Id, cancellation))
            {
                return CycleAccess.Partial;
            }

            if (await db.Set<Bulletin>().AnyAsync(b => b.QuarterKey == key && b.State == BulletinState.Draft, cancellation))
            {
                return new Refusal("bulletin.open", "Quarter", $"{quarter.Chinese}已有一份通报草稿。请接着写，或先删去。");
            }

            var last = await db.Set<Bulletin>().OrderByDescending(b => b.DraftedUtc).Select(b => new { b.Sign, b.Addressee }).FirstOrDefaultAsync(cancellation);
            var bulletin = Bulletin.Draft(db.TenantId, quarter, snapshot.Id, new(last?.Sign ?? "", last?.Addressee ?? UsualAddressee, "", "", ""), actor.PersonId, now);
            db.Add(bulletin);
            var detail = JsonSerializer.Serialize(new { quarter = quarter.ToString(), snapshot = snapshot.Id });
            await db.SaveAsync(new Change(actor.PersonId, now, "bulletin.drafted", nameof(Bulletin), bulletin.Id, "", detail), cancellation);
            return bulletin.Id;
        },
        cancellation);
}
