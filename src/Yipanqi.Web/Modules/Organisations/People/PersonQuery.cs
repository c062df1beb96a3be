using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>One person's page.</summary>
public sealed class PersonQuery(UnitOfWork unitOfWork)
{
    private const int ShownChanges = 10;

    /// <summary>Null for a person who is not there or not in what the actor sees.</summary>
    public Task<PersonView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, id, cancellation), cancellation);

    private static async Task<PersonView?> LoadAsync(YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var seen = db.Details(actor, Permission.ViewPeople).Where(d => d.PersonId == id);
        if (await PeopleQuery.Lines(db, seen).SingleOrDefaultAsync(cancellation) is not { } line)
        {
            return null;
        }

        var version = await seen.Select(d => d.Version).SingleAsync(cancellation);
        var canEdit = await db.Details(actor, Permission.ManagePeople).AnyAsync(d => d.PersonId == id, cancellation);
        var canReveal = await db.Details(actor, Permission.ViewPersonalData).AnyAsync(d => d.PersonId == id, cancellation);
        return new PersonView(
            line, version, canEdit, canReveal, line.PhoneMasked.Length + line.IdentityMasked.Length > 0,
            await Stays(db, id).ToListAsync(cancellation), await Seats(db, id).ToListAsync(cancellation), await Changes(db, id).ToListAsync(cancellation));
    }

    private static IQueryable<PersonView.Stay> Stays(YipanqiDb db, Guid id) =>
        from m in db.Set<Membership>()
        where m.PersonId == id
        join u in db.Set<Unit>() on new { m.TenantId, Id = m.UnitId } equals new { u.TenantId, u.Id }
        orderby m.FromDay descending
        select new PersonView.Stay(u.Id, u.Name, m.FromDay, m.ToDay, m.BeganBy, m.EndedBy, m.Note);

    private static IQueryable<PersonView.Seat> Seats(YipanqiDb db, Guid id) =>
        from p in db.Set<PartyPost>()
        where p.PersonId == id
        join t in db.Set<CommitteeTerm>() on new { p.TenantId, Id = p.TermId } equals new { t.TenantId, t.Id }
        join u in db.Set<Unit>() on new { t.TenantId, Id = t.UnitId } equals new { u.TenantId, u.Id }
        orderby p.FromDay descending, p.Role
        select new PersonView.Seat(u.Id, u.Name, t.Number, p.Role, p.BeganBy, p.FromDay, p.ToDay);

    private static IQueryable<UnitChange> Changes(YipanqiDb db, Guid id) => (
        from entry in db.Set<JournalEntry>()
        where entry.SubjectId == id
        join person in db.Set<Person>() on new { entry.TenantId, Id = entry.ActorId } equals new { person.TenantId, Id = (Guid?)person.Id } into people
        from person in people.DefaultIfEmpty()
        orderby entry.AtUtc descending, entry.Id descending
        select new UnitChange(entry.AtUtc, entry.Action, person.Name ?? "", entry.Detail)).Take(ShownChanges);
}
