using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// A draft is there for those who make the assessment of every organisation it names. An issued bulletin is a letter to all: whoever may see
/// assessments reads it, other organisations included (docs/decisions/0088).
/// </summary>
internal static class BulletinAccess
{
    public static readonly Refusal Absent = new("bulletin.absent", "", "没有这份通报，或者不由您办理。");

    public static async Task<bool> CoversAsync(this YipanqiDb db, Actor actor, Permission permission, Guid snapshotId, CancellationToken cancellation)
    {
        var lines = db.Set<OrganisationScore>().Where(s => s.SnapshotId == snapshotId);
        return actor.Can(permission) && await lines.CountAsync(cancellation) == await lines.Within(actor, permission, s => s.ScopePath).CountAsync(cancellation);
    }

    /// <summary>A draft the actor may write at or issue; null where it is absent, issued or another's.</summary>
    public static async Task<Bulletin?> DraftOfAsync(this YipanqiDb db, Actor actor, Permission permission, Guid id, CancellationToken cancellation)
    {
        var bulletin = await db.Set<Bulletin>().SingleOrDefaultAsync(b => b.Id == id && b.State == BulletinState.Draft, cancellation);
        return bulletin is not null && await db.CoversAsync(actor, permission, bulletin.SnapshotId, cancellation) ? bulletin : null;
    }
}
