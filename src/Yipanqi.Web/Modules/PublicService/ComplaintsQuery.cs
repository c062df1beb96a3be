using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.PublicService;

/// <summary>Complaints and suggestions of the tenant, unanswered first, then the newest.</summary>
public sealed class ComplaintsQuery(UnitOfWork unitOfWork)
{
    public sealed record Row(Guid Id, string Number, string Text, string Contact, string PagePath, DateOnly ReceivedDay, string Answer, DateTime? AnsweredUtc);

    public sealed record Page(IReadOnlyList<Row> Rows, int Total, int Open);

    public async Task<Page> FindAsync(Actor actor, bool openOnly, int skip, int take, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.HandleComplaints))
        {
            return new Page([], 0, 0);
        }

        return await unitOfWork.ReadAsync(
            actor.TenantId,
            async db =>
            {
                var all = db.Set<Complaint>();
                var open = await all.CountAsync(c => c.AnsweredUtc == null, cancellation);
                var chosen = openOnly ? all.Where(c => c.AnsweredUtc == null) : all;
                var total = openOnly ? open : await all.CountAsync(cancellation);
                var rows = await chosen
                    .OrderBy(c => c.AnsweredUtc != null).ThenByDescending(c => c.ReceivedDay).ThenByDescending(c => c.Id)
                    .Skip(skip).Take(take)
                    .Select(c => new Row(c.Id, c.Number, c.Text, c.Contact, c.PagePath, c.ReceivedDay, c.Answer, c.AnsweredUtc))
                    .ToListAsync(cancellation);
                return new Page(rows, total, open);
            },
            cancellation);
    }
}
