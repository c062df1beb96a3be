using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>印发：another person than wrote it gives the bulletin its number and day, and its content is frozen with the snapshot.</summary>
public sealed class IssueBulletin(UnitOfWork unitOfWork, SnapshotStore snapshots, TimeProvider clock)
{
    /// <param name="Version">As it was shown; a draft edited since is read again first.</param>
    public sealed record Input(Guid Id, int Version);

    /// <summary>Answers the serial of the number.</summary>
    public Task<Outcome<int>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => IssueAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<int>> IssueAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.DraftOfAsync(actor, Permission.PublishAssessment, input.Id, cancellation) is not { } bulletin)
        {
            return BulletinAccess.Absent;
        }

        var heads = await snapshots.HeadsAsync(db, actor, cancellation);
        var head = heads.FirstOrDefault(h => h.Id == bulletin.SnapshotId && h.Status == SnapshotStatus.Published);
        if (Check(actor, bulletin, input, head) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (year, sign) = (ChinaTime.DayOf(now).Year, bulletin.Sign);
        var serial = (await db.Set<Bulletin>().Where(b => b.Sign == sign && b.Year == year).MaxAsync(b => b.Serial, cancellation) ?? 0) + 1;
        var content = await new BulletinSource(snapshots).ReadAsync(db, head!, SnapshotStore.Before(heads, head!), cancellation);
        bulletin.Issue(year, serial, content.Write(), actor.PersonId, now);
        var detail = JsonSerializer.Serialize(new { quarter = head!.Quarter.ToString(), snapshot = head.Id, year, serial, bulletin.ContentHash });
        await db.SaveAsync(new Change(actor.PersonId, now, "bulletin.issued", nameof(Bulletin), bulletin.Id, "", detail), cancellation);
        return serial;
    }

    private static Refusal? Check(Actor actor, Bulletin bulletin, Input input, SnapshotHead? head) => (bulletin, head) switch
    {
        (_, null) => new("bulletin.corrected", "", "本季结果已更正，这份草稿用的是更正前的数字。请删去草稿，按新结果重新起草。"),
        _ when bulletin.IsBy(actor.PersonId) => new("bulletin.own", "", "这份通报是您写的，请由另一位有发布权限的同志印发。"),
        _ when bulletin.Version != input.Version => new("bulletin.raced", "", "草稿刚刚改过。请看过新的内容再印发。"),
        _ when bulletin.Sign.Length == 0 => new("bulletin.unsigned", "", "草稿还没有填发文机关代字，不能编号。请先由起草人填写。"),
        _ => null,
    };
}
