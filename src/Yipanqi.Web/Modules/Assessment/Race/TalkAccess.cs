using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Whether an organisation has published results that a person may talk of.</summary>
internal static class TalkAccess
{
    public static Task<bool> IsTalkedOfAsync(this YipanqiDb db, Actor actor, Permission permission, Quarter quarter, Guid unitId, CancellationToken cancellation)
    {
        var key = quarter.Key;
        return (
            from s in db.Set<AssessmentSnapshot>()
            where s.QuarterKey == key && s.Status == SnapshotStatus.Published
            join l in db.Set<OrganisationScore>().Within(actor, permission, l => l.ScopePath) on new { s.TenantId, SnapshotId = s.Id } equals new { l.TenantId, l.SnapshotId }
            where l.UnitId == unitId
            select l.UnitId).AnyAsync(cancellation);
    }
}
