using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>The members of a branch as they were on a day.</summary>
public sealed class BranchMembersQuery(UnitOfWork unitOfWork)
{
    public sealed record Row(Guid PersonId, string Name, string StaffCode, PartyStatus Status, DateOnly FromDay, DateOnly? ToDay, MembershipKind BeganBy, bool CanOpen);

    public sealed record View(Guid UnitId, string UnitName, IReadOnlyList<Row> Rows);

    /// <summary>Null for a unit the actor does not see people of. People who have since left for elsewhere are listed but not opened.</summary>
    public Task<View?> FindAsync(Actor actor, Guid unitId, DateOnly day, CancellationToken cancellation) => unitOfWork.ReadAsync<View?>(
        actor.TenantId,
        async db =>
        {
            var unit = await db.Set<Unit>().Within(actor, Permission.ViewPeople, u => u.Path)
                .Where(u => u.Id == unitId && u.Track == Track.Party).Select(u => new { u.Id, u.Name }).SingleOrDefaultAsync(cancellation);
            if (unit is null)
            {
                return null;
            }

            var seen = db.Details(actor, Permission.ViewPeople);
            var rows = await (
                from m in db.Set<Membership>()
                where m.UnitId == unit.Id && m.FromDay <= day && (m.ToDay == null || m.ToDay >= day)
                join p in db.Set<Person>() on new { m.TenantId, Id = m.PersonId } equals new { p.TenantId, p.Id }
                join d in db.Set<PersonDetail>() on new { m.TenantId, m.PersonId } equals new { d.TenantId, d.PersonId }
                orderby d.StaffCode
                select new Row(p.Id, p.Name, d.StaffCode, d.Status, m.FromDay, m.ToDay, m.BeganBy, seen.Any(s => s.PersonId == p.Id))).ToListAsync(cancellation);
            return new View(unit.Id, unit.Name, rows);
        },
        cancellation);
}
