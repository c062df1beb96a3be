using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Lists of people, limited to what the actor may see.</summary>
public sealed class PeopleQuery(UnitOfWork unitOfWork)
{
    public sealed record Row(PersonLine Person, IReadOnlyList<PartyRole> Posts);

    public Task<ListPage<Row>> PageAsync(Actor actor, PeopleFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var lines = await (await filter.ApplyAsync(db, actor, cancellation)).PageAsync(page, filter.Order, people => Lines(db, people), cancellation);
            var ids = lines.Rows.Select(l => l.Id).ToArray();
            var posts = await db.Set<PartyPost>().Where(p => p.ToDay == null && EF.Parameter(ids).Contains(p.PersonId)).Select(p => new { p.PersonId, p.Role }).ToListAsync(cancellation);
            var byPerson = posts.ToLookup(p => p.PersonId, p => p.Role);
            return new ListPage<Row>([.. lines.Rows.Select(l => new Row(l, [.. byPerson[l.Id].Order()]))], lines.Page, lines.Counted, lines.IsMore);
        },
        cancellation);

    public Task<List<PersonLine>> ExportAsync(Actor actor, PeopleFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => await Lines(db, filter.Order(await filter.ApplyAsync(db, actor, cancellation))).ToListAsync(cancellation),
        cancellation);

    internal static IQueryable<PersonLine> Lines(YipanqiDb db, IQueryable<PersonDetail> people) =>
        from d in people
        join person in db.Set<Person>() on new { d.TenantId, Id = d.PersonId } equals new { person.TenantId, person.Id }
        join b in db.Set<Unit>() on new { d.TenantId, Id = d.BranchId } equals new { b.TenantId, Id = (Guid?)b.Id } into branches
        from branch in branches.DefaultIfEmpty()
        join w in db.Set<Unit>() on new { d.TenantId, Id = d.WorkUnitId } equals new { w.TenantId, Id = (Guid?)w.Id } into works
        from work in works.DefaultIfEmpty()
        select new PersonLine(
            d.PersonId, person.Name, d.StaffCode, d.Gender, d.BirthMonth, d.Status, d.JoinedDay, d.FullMemberDay, d.IsKeyPost, d.PhoneMasked, d.IdentityMasked,
            d.BranchId, branch.Code ?? "", branch.Name ?? "", d.WorkUnitId, work.Code ?? "", work.Name ?? "");
}
