using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>Which business system a token stands for; asked anew for every request, so that a revoked one stops at once.</summary>
public sealed class ConnectorQuery(UnitOfWork unitOfWork)
{
    private const Permission Rights = Permission.ViewUnits | Permission.ViewTasks | Permission.ManageTasks;

    /// <summary>Null for a text that is none, one that was never issued, was revoked, or whose unit was closed: alike.</summary>
    public async Task<Connector?> FindAsync(string text, CancellationToken cancellation)
    {
        if (!ConnectorToken.TryRead(text, out var tenantId, out var id, out var hash))
        {
            return null;
        }

        var found = await unitOfWork.ReadAsync(
            tenantId,
            db => (from t in db.Set<ConnectorToken>()
                   where t.Id == id
                   join u in db.Set<Unit>().Open() on new { t.TenantId, Id = t.UnitId } equals new { u.TenantId, u.Id }
                   select new { Token = t, u.Path, u.Code }).SingleOrDefaultAsync(cancellation),
            cancellation);
        return found is null || !found.Token.Fits(hash) ? null
            : new Connector(id, found.Token.System, found.Token.UnitId, found.Code, new Actor(tenantId, Guid.Empty, found.Token.System, "", [new Grant(found.Path, Rights)]));
    }
}
