using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>The tokens of units where the actor manages tasks; those that hold come first.</summary>
public sealed class TokensQuery(UnitOfWork unitOfWork)
{
    /// <param name="Tasks">How many tasks its system has fed.</param>
    public sealed record Line(Guid Id, string System, string UnitName, DateTime IssuedUtc, DateTime? RevokedUtc, int Tasks, DateTime? HeardUtc);

    public Task<ListPage<Line>> PageAsync(Actor actor, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Tokens(db, actor).PageAsync(page, Ordered, rows => Lines(db, rows), cancellation), cancellation);

    public Task<List<Line>> ExportAsync(Actor actor, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, Ordered(Tokens(db, actor))).ToListAsync(cancellation), cancellation);

    private static IQueryable<ConnectorToken> Tokens(YipanqiDb db, Actor actor)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ManageTasks, u => u.Path);
        return db.Set<ConnectorToken>().Where(t => units.Any(u => u.TenantId == t.TenantId && u.Id == t.UnitId));
    }

    private static IQueryable<ConnectorToken> Ordered(IQueryable<ConnectorToken> rows) => rows.OrderBy(t => t.RevokedUtc != null).ThenByDescending(t => t.Id);

    private static IQueryable<Line> Lines(YipanqiDb db, IQueryable<ConnectorToken> rows) =>
        from t in rows
        join u in db.Set<Unit>() on new { t.TenantId, Id = t.UnitId } equals new { u.TenantId, u.Id }
        select new Line(
            t.Id, t.System, u.Name, t.IssuedUtc, t.RevokedUtc,
            db.Set<BusinessTask>().Count(b => b.TenantId == t.TenantId && b.SourceSystem == t.System),
            db.Set<BusinessTask>().Where(b => b.TenantId == t.TenantId && b.SourceSystem == t.System).Max(b => b.SourceUtc));
}
