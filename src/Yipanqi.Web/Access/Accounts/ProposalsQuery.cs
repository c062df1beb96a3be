using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Access;

/// <summary>Proposals: those that wait, the oldest first, and those decided, the latest first.</summary>
public sealed class ProposalsQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<int> WaitingAsync(Actor actor, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Matching(db, actor, open: true).CountAsync(cancellation), cancellation);

    public Task<ListPage<ProposalLine>> PageAsync(Actor actor, bool open, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var list = await Matching(db, actor, open).PageAsync(
                page,
                rows => open ? rows.OrderBy(p => p.ProposedUtc).ThenBy(p => p.Id) : rows.OrderByDescending(p => p.DecidedUtc).ThenByDescending(p => p.Id),
                rows => Lines(db, rows),
                cancellation);
            return open ? list with { Rows = await WithReachAsync(db, list.Rows, cancellation) } : list;
        },
        cancellation);

    internal static IQueryable<ProposalLine> Lines(YipanqiDb db, IQueryable<Proposal> proposals) =>
        from p in proposals
        let unit = db.Set<Unit>().FirstOrDefault(u => u.TenantId == p.TenantId && u.Id == p.UnitId)
        let proposer = db.Set<Person>().FirstOrDefault(x => x.TenantId == p.TenantId && x.Id == p.ProposedBy)
        let decider = db.Set<Person>().FirstOrDefault(x => x.TenantId == p.TenantId && x.Id == p.DecidedBy)
        select new ProposalLine(
            p.Id, p.Kind, p.Status, p.PersonId, p.AccountId, p.PersonName, p.UserName, p.UnitId, unit!.Name ?? "", p.Role, p.Title, p.FromDay, p.ToDay, p.Reason,
            p.ProposedBy, proposer!.Name ?? "", p.ProposedUtc, decider!.Name ?? "", p.DecidedUtc, p.Answer);

    private static IQueryable<Proposal> Matching(YipanqiDb db, Actor actor, bool open) =>
        db.Set<Proposal>().Where(p => actor.CanAny(AccountsQuery.Readers) && (p.Status == ProposalStatus.Open) == open);

    // What the person would reach and what they hold already: two commands, however many wait.
    private async Task<IReadOnlyList<ProposalLine>> WithReachAsync(YipanqiDb db, IReadOnlyList<ProposalLine> lines, CancellationToken cancellation)
    {
        var unitIds = lines.Where(l => l.UnitId is not null).Select(l => l.UnitId!.Value).Distinct().ToList();
        var linked = await db.Set<UnitLink>().Where(l => unitIds.Contains(l.PartyUnitId))
            .Join(db.Set<Unit>(), l => new { l.TenantId, Id = l.AdministrativeUnitId }, u => new { u.TenantId, u.Id }, (l, u) => new { l.PartyUnitId, u.Name })
            .ToListAsync(cancellation);
        var personIds = lines.Select(l => l.PersonId).Distinct().ToList();
        var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var held = await (
            from post in db.Set<Post>()
            where personIds.Contains(post.PersonId) && post.FromDay <= today && (post.ToDay == null || post.ToDay >= today)
            join unit in db.Set<Unit>() on new { post.TenantId, Id = post.UnitId } equals new { unit.TenantId, unit.Id }
            orderby post.FromDay, post.Id
            select new { post.PersonId, unit.ShortName, post.Role }).ToListAsync(cancellation);
        return [.. lines.Select(l => l with
        {
            LinkedUnits = [.. linked.Where(x => x.PartyUnitId == l.UnitId).Select(x => x.Name).Order(StringComparer.Ordinal)],
            Held = [.. held.Where(x => x.PersonId == l.PersonId).Select(x => $"{x.ShortName}·{T.Of(PostRoles.NameOf(x.Role))}")],
        })];
    }
}
