using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.PublicService;

/// <summary>Complaints and suggestions of the tenant, for those who handle them; the newest first.</summary>
public sealed class ComplaintsQuery(UnitOfWork unitOfWork)
{
    /// <summary>Most rows of a download.</summary>
    public const int MostRows = 100_000;

    private static readonly Expression<Func<Complaint, ComplaintLine>> Line =
        c => new ComplaintLine(c.Id, c.Number, c.Text, c.Contact, c.PagePath, c.ReceivedDay, c.Answer, c.AnsweredUtc);

    public Task<ListPage<ComplaintLine>> PageAsync(Actor actor, ComplaintFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Matching(db, actor, filter).PageAsync(page, rows => Ordered(rows, filter), rows => rows.Select(Line), cancellation), cancellation);

    public Task<List<ComplaintLine>> AllAsync(Actor actor, ComplaintFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Ordered(Matching(db, actor, filter), filter).Take(MostRows).Select(Line).ToListAsync(cancellation), cancellation);

    /// <summary>Null where it is not there or not for this actor.</summary>
    public Task<ComplaintLine?> OneAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Mine(db, actor).Where(c => c.Id == id).Select(Line).SingleOrDefaultAsync(cancellation), cancellation);

    private static IQueryable<Complaint> Mine(YipanqiDb db, Actor actor)
    {
        var may = actor.Can(Permission.HandleComplaints);
        return db.Set<Complaint>().AsNoTracking().Where(c => may);
    }

    private static IQueryable<Complaint> Matching(YipanqiDb db, Actor actor, ComplaintFilter filter)
    {
        var rows = filter.Show switch
        {
            ComplaintFilter.Open => Mine(db, actor).Where(c => c.AnsweredUtc == null),
            ComplaintFilter.Answered => Mine(db, actor).Where(c => c.AnsweredUtc != null),
            _ => Mine(db, actor),
        };
        return filter.Words is { } words ? rows.Where(c => c.Text.Contains(words) || c.Number.Contains(words)) : rows;
    }

    // The index on the day of receipt serves both orders.
    private static IQueryable<Complaint> Ordered(IQueryable<Complaint> rows, ComplaintFilter filter) =>
        filter.OldestFirst ? rows.OrderBy(c => c.ReceivedDay).ThenBy(c => c.Id) : rows.OrderByDescending(c => c.ReceivedDay).ThenByDescending(c => c.Id);
}
