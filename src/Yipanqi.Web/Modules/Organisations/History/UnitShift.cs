using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>A change of units while it is made: each step notes what it ended and began. A constant number of commands, however many units and people follow.</summary>
internal sealed class UnitShift(YipanqiDb db, Actor actor, IEnumerable<IUnitMatters> matters, DateOnly day, DateTime now)
{
    private readonly UnitEventState state = new();
    private readonly HashSet<Guid> concerned = [];
    private readonly List<Change> changes = [];

    /// <summary>Notes a unit before it is changed, and keeps the state that ends.</summary>
    public void Keep(Unit unit)
    {
        concerned.Add(unit.Id);
        state.Units.Add(UnitState.Of(unit));
        if (UnitPast.Before(unit, day) is { } past)
        {
            db.Add(past);
        }
    }

    public void Concern(Unit unit) => concerned.Add(unit.Id);

    public void Found(Unit unit)
    {
        unit.Found(day);
        db.Add(unit);
        concerned.Add(unit.Id);
        state.Founded.Add(unit.Id);
    }

    /// <summary>Puts units of one parent, with all below them, below another; committee seats above their old place end.</summary>
    public async Task MoveAsync(IReadOnlyList<Unit> units, Unit to, CancellationToken cancellation)
    {
        if (units.Count == 0)
        {
            return;
        }

        var (tops, from) = (units.Select(u => u.Path).ToList(), UnitChangeAccess.SuperiorOf(units[0]));
        foreach (var unit in units)
        {
            Keep(unit);
        }

        await UnitPaths.CarryAsync(db, tops, from, to.Path, cancellation);
        foreach (var matter in matters)
        {
            await matter.CarryAsync(db, tops, from, to.Path, cancellation);
        }

        foreach (var unit in units)
        {
            unit.MoveBelow(to, day);
        }

        await EndSeatsAboveAsync([.. units.Select(u => u.Path)], cancellation);
    }

    /// <summary>The people of one unit, or those named, go to another: members with their membership, staff with their work unit.</summary>
    public async Task MovePeopleAsync(Unit from, Unit to, IReadOnlyCollection<Guid>? only, string note, CancellationToken cancellation)
    {
        var all = db.Set<PersonDetail>().Where(d => d.BranchId == from.Id || d.WorkUnitId == from.Id);
        var chosen = only?.ToArray() ?? [];
        var details = await (only is null ? all : all.Where(d => EF.Parameter(chosen).Contains(d.PersonId))).ToListAsync(cancellation);
        var members = details.FindAll(d => d.BranchId == from.Id);
        var open = await db.Set<Membership>().Where(m => m.UnitId == from.Id && m.ToDay == null).ToDictionaryAsync(m => m.PersonId, cancellation);
        foreach (var member in members)
        {
            var old = open[member.PersonId];
            old.End(member, day, MembershipKind.Reorganised, "");
            var next = Membership.Begin(member, to.Id, day, MembershipKind.Reorganised, note);
            db.Add(next);
            state.MembershipsEnded.Add(old.Id);
            state.MembershipsBegun.Add(next.Id);
        }

        foreach (var worker in details.Where(d => d.WorkUnitId == from.Id))
        {
            worker.WorkIn(to.Id);
            state.Staff.Add(worker.PersonId);
        }

        state.StaffNow = to.Id;
        var ended = await PartyPosts.EndOutsideAsync(db, members.ToDictionary(m => m.PersonId, _ => ((string?)to.Path, day)), cancellation);
        state.Seats.AddRange(ended.Select(p => p.Id));
    }

    /// <summary>Posts, terms with their seats, and links end; links go on with the successor where there is one.</summary>
    public async Task EndAtAsync(Unit unit, Unit? successor, CancellationToken cancellation)
    {
        foreach (var post in await db.Set<Post>().Where(p => p.UnitId == unit.Id && (p.ToDay == null || p.ToDay >= day)).ToListAsync(cancellation))
        {
            state.Posts.Add(new(post.Id, post.ToDay));
            post.EndWith(post.FromDay < day ? day.AddDays(-1) : post.FromDay.AddDays(-1));
            changes.Add(new Change(actor.PersonId, now, "post.ended-with-unit", nameof(Post), post.Id, "", JsonSerializer.Serialize(new { unit = unit.Id })));
        }

        var terms = await db.Set<CommitteeTerm>().Where(t => t.UnitId == unit.Id && t.EndedDay == null).ToListAsync(cancellation);
        var ids = terms.Select(t => t.Id).ToArray();
        foreach (var seat in (await db.Set<PartyPost>().Where(p => EF.Parameter(ids).Contains(p.TermId) && p.ToDay == null).ToListAsync(cancellation)).Where(p => p.ToDay is null))
        {
            seat.End(day);
            state.Seats.Add(seat.Id);
        }

        terms.ForEach(t => t.EndWithUnit(day));
        state.Terms.AddRange(ids);
        await CarryLinksAsync(unit, successor, cancellation);
    }

    /// <summary>Saves the change with its event, the offer to take it back and the journal.</summary>
    public async Task<Outcome<UnitChanged>> SaveAsync(UnitEventKind kind, Unit unit, (string Before, string After) names, UnitChangeBasis basis, Guid shown, CancellationToken cancellation)
    {
        var made = UnitEvent.Of(actor, kind, unit, day, names, basis, state, now);
        db.Add(made);
        concerned.Add(unit.Id);
        db.AddRange(concerned.Select(id => UnitEventPart.Of(made, id)));
        var undo = await db.OfferUndoAsync(actor, UndoUnitEvent.KindName, $"{UnitEventWords.Of(kind)} {unit.Name}", made.Id, now, cancellation);
        var detail = JsonSerializer.Serialize(new
        {
            made.Id,
            day = DayText.Write(day),
            units = concerned.Count,
            members = state.MembershipsBegun.Count,
            staff = state.Staff.Count,
            posts = state.Posts.Count,
        });
        changes.Insert(0, new Change(actor.PersonId, now, UnitEventWords.ActionOf(kind), nameof(Unit), unit.Id, basis.Basis, detail));
        await db.SaveAsync(changes, cancellation);
        return new UnitChanged(shown, made.Id, undo);
    }

    // The committees of organisations that no longer stand above the branch: the same rule as when a person moves.
    private async Task EndSeatsAboveAsync(IReadOnlyList<string> tops, CancellationToken cancellation)
    {
        var seats = await (
            from branch in db.Set<Unit>().Within(tops, u => u.Path)
            join detail in db.Set<PersonDetail>() on new { branch.TenantId, Id = (Guid?)branch.Id } equals new { detail.TenantId, Id = detail.BranchId }
            join post in db.Set<PartyPost>() on new { detail.TenantId, detail.PersonId } equals new { post.TenantId, post.PersonId }
            where post.ToDay == null
            join term in db.Set<CommitteeTerm>() on new { post.TenantId, Id = post.TermId } equals new { term.TenantId, term.Id }
            join unit in db.Set<Unit>() on new { term.TenantId, Id = term.UnitId } equals new { unit.TenantId, unit.Id }
            where !branch.Path.StartsWith(unit.Path)
            select post).ToListAsync(cancellation);
        foreach (var seat in seats)
        {
            seat.End(day);
            state.Seats.Add(seat.Id);
        }
    }

    private async Task CarryLinksAsync(Unit unit, Unit? successor, CancellationToken cancellation)
    {
        var (id, next) = (unit.Id, successor?.Id);
        var links = await db.Set<UnitLink>().Where(l => l.PartyUnitId == id || l.AdministrativeUnitId == id || l.PartyUnitId == next || l.AdministrativeUnitId == next).ToListAsync(cancellation);
        var own = links.FindAll(l => l.PartyUnitId == id || l.AdministrativeUnitId == id);
        var others = own.ConvertAll(l => l.PartyUnitId == id ? l.AdministrativeUnitId : l.PartyUnitId);
        db.RemoveRange(own);
        state.LinksRemoved.AddRange(own.Select(l => new UnitEventState.Link(l.PartyUnitId, l.AdministrativeUnitId)));
        if (successor is null)
        {
            return;
        }

        var known = links.Except(own).Select(l => l.PartyUnitId == next ? l.AdministrativeUnitId : l.PartyUnitId).ToHashSet();
        var missing = others.Where(o => !known.Contains(o)).ToArray();
        foreach (var other in missing.Length == 0 ? [] : await db.Set<Unit>().Where(u => EF.Parameter(missing).Contains(u.Id)).ToListAsync(cancellation))
        {
            var link = unit.Track == Track.Party ? UnitLink.Between(successor, other) : UnitLink.Between(other, successor);
            db.Add(link);
            state.LinksAdded.Add(new(link.PartyUnitId, link.AdministrativeUnitId));
        }
    }
}
