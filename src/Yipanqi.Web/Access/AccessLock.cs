using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>
/// Lets the changes of accounts and posts of one tenant happen one after another: the first thing each of those use cases does is to hold
/// the tenant's row until it commits, so that what it then reads and judges (who holds which post, who is the last administrator) stays true.
/// </summary>
public static class AccessLock
{
    public static Task LockAccessAsync(this YipanqiDb db, CancellationToken cancellation) =>
        db.Set<Domain>().Where(d => d.Id == db.TenantId).ExecuteUpdateAsync(set => set.SetProperty(d => d.SecretMaxAgeDays, d => d.SecretMaxAgeDays), cancellation);
}
