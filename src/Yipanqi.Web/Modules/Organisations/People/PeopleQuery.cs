using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Lists of people, limited to what the actor may see. Three commands for a page, one more for a unit filter.</summary>
public sealed class PeopleQuery(UnitOfWork unitOfWork)
{
    public sealed record Row(PersonLine Person, IReadOnlyList<PartyRole> Posts);

    public Task<int> CountAsync(Actor actor, PeopleFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => await (await filter.ApplyAsync(db, actor, cancellation)).CountAsync(cancellation),
        cancellation);

    public Task<List<Row>> PageAsync(Actor actor, PeopleFilter filter, int skip, int take, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var lines = await Lines(db, filter.Order(await filter.ApplyAsync(db, actor, cancellation)).Skip(skip).Take(take)).ToListAsync(cancellation);
            var ids = lines.Select(l => l.Id).ToArray();
            var posts = await db.Set<PartyPost>().Where(p => p.ToDay == null && EF.Parameter(ids).Contains(p.PersonId)).Select(p => new { p.PersonId, p.Role }).ToListAsync(cancellation);
            var byPerson = posts.ToLookup(p => p.PersonId, p => p.Role);
            return lines.ConvertAll(l => new Row(l, [.. byPerson[l.Id].Order()]));
        },
        cancellation);

    public Task<List<PersonLine>> ExportAsync(Actor actor, PeopleFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => await Lines(db, filter.Order(await filter.ApplyAsync(db, actor, cancellation))).ToListAsync(cancellation),
        cancellation);

    internal static IQueryable<PersonLine> Lines(YipanqiDb db, IQueryable<PersonDetail> people) =>
        from d in people
        let person = db.Set<Person>().First(p => p.TenantId == d.TenantId && p.Id == d.PersonId)
        let branch = db.Set<Unit>().FirstOrDefault(u => u.TenantId == d.TenantId && u.Id == d.BranchId)
        let work = db.Set<Unit>().FirstOrDefault(u => u.TenantId == d.TenantId && u.Id == d.WorkUnitId)
        select new PersonLine(
            d.PersonId, person.Name, d.StaffCode, d.Gender, d.BirthMonth, d.Status, d.JoinedDay, d.FullMemberDay, d.IsKeyPost, d.PhoneMasked, d.IdentityMasked,
            d.BranchId, branch!.Code ?? "", branch.Name ?? "", d.WorkUnitId, work!.Code ?? "", work.Name ?? "");
}
