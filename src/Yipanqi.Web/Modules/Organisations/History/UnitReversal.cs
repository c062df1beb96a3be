using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Temporary;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>
/// Puts back what one event changed, where nothing built on it since. The one place where memberships begun by mistake are taken away again:
/// the journal and the reverted event tell of them.
/// </summary>
internal sealed class UnitReversal
{
    private static readonly Refusal BuiltOn = UnitChangeAccess.Fault("没有撤回。之后有人已转走、改过工作单位或另有安排。请另办一项变更来更正。");

    private readonly YipanqiDb db;
    private readonly UnitEvent made;
    private readonly UnitEventState state;
    private readonly Dictionary<Guid, Unit> units;

    private UnitReversal(YipanqiDb db, UnitEvent made, UnitEventState state, Dictionary<Guid, Unit> units) => (this.db, this.made, this.state, this.units) = (db, made, state, units);

    public static async Task<Outcome<Change>> RunAsync(
        YipanqiDb db, Actor actor, IEnumerable<IUnitMatters> matters, Guid eventId, string reason, DateTime now, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        var made = await db.Set<UnitEvent>().SingleOrDefaultAsync(e => e.Id == eventId && e.RevertedUtc == null, cancellation);
        var path = made is null ? null : await db.Set<Unit>().Where(u => u.Id == made.UnitId).Select(u => u.Path).SingleAsync(cancellation);
        if (made is null || !actor.Covers(Permission.ManageOrganisations, UnitChangeAccess.SuperiorOf(path!)))
        {
            return new Refusal("unit.event-absent", "", "没有这项变更，或已经撤回，或者不在您管理的范围内。");
        }

        var later = await LaterAsync(db, made, cancellation);
        if (later is not null)
        {
            return UnitChangeAccess.Fault($"没有撤回。之后 {later.Day:yyyy-MM-dd} 又有“{UnitEventWords.Of(later.Kind)}”。请先撤回后面的变更。");
        }

        var state = made.ReadState();
        var ids = state.Units.SelectMany(u => new[] { u.Id, u.ParentId ?? u.Id }).Concat(state.Founded).Distinct().ToArray();
        var units = await db.Set<Unit>().Where(u => EF.Parameter(ids).Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellation);
        var reversal = new UnitReversal(db, made, state, units);
        if (await reversal.UnitsBackAsync(matters, cancellation) is { } unitFault)
        {
            return unitFault;
        }

        if (await reversal.PeopleBackAsync(cancellation) is { } peopleFault)
        {
            return peopleFault;
        }

        if (await reversal.FoundedGoneAsync(matters, cancellation) is { } foundedFault)
        {
            return foundedFault;
        }

        if (await reversal.RestBackAsync(cancellation) is { } restFault)
        {
            return restFault;
        }

        made.Revert(now, reason);
        return new Change(actor.PersonId, now, "unit.event-reverted", nameof(Unit), made.UnitId, reason, JsonSerializer.Serialize(new { made.Id, kind = made.Kind.ToString() }));
    }

    private static Task<UnitEvent?> LaterAsync(YipanqiDb db, UnitEvent made, CancellationToken cancellation)
    {
        var parts = db.Set<UnitEventPart>().Where(p => p.EventId == made.Id);
        var shared = db.Set<UnitEventPart>().Where(p => p.EventId != made.Id && parts.Any(own => own.UnitId == p.UnitId));
        return db.Set<UnitEvent>().AsNoTracking().Where(e => e.RevertedUtc == null && e.AtUtc >= made.AtUtc && e.Id != made.Id && shared.Any(p => p.EventId == e.Id))
            .OrderByDescending(e => e.AtUtc).FirstOrDefaultAsync(cancellation);
    }

    private async Task<Refusal?> UnitsBackAsync(IEnumerable<IUnitMatters> matters, CancellationToken cancellation)
    {
        var moved = state.Units.Where(s => s.ParentId is not null && s.ParentId != units[s.Id].ParentId).ToList();
        var goneParent = moved.Select(s => units[s.ParentId!.Value]).FirstOrDefault(p => p.ClosedDay is not null && state.Units.TrueForAll(s => s.Id != p.Id));
        if (goneParent is not null || moved.Exists(s => units[s.ParentId!.Value].Path.StartsWith(units[s.Id].Path, StringComparison.Ordinal)))
        {
            return UnitChangeAccess.Fault(goneParent is not null ? $"没有撤回。原来的上级“{goneParent.Name}”已经撤销。" : "没有撤回。原来的上级现在在它之下。");
        }

        if (made.Kind == UnitEventKind.Renamed && units[made.UnitId] is var unit && made.After != unit.Name && !made.After.StartsWith(unit.Name + "（", StringComparison.Ordinal))
        {
            return UnitChangeAccess.Fault("没有撤回。之后名称又改过，请直接更名。");
        }

        var day = made.Day;
        var kept = state.Units.Where(s => s.SinceDay is null || s.SinceDay < day).Select(s => s.Id).ToArray();
        db.RemoveRange(await db.Set<UnitPast>().Where(p => EF.Parameter(kept).Contains(p.UnitId) && p.ToDay == day.AddDays(-1)).ToListAsync(cancellation));
        foreach (var group in moved.GroupBy(s => (From: units[s.Id].ParentId, To: s.ParentId!.Value)))
        {
            await CarryBackAsync([.. group.Select(s => units[s.Id])], units[group.Key.To], matters, cancellation);
        }

        foreach (var before in state.Units)
        {
            PutBack(units[before.Id], before);
        }

        return null;
    }

    private async Task CarryBackAsync(List<Unit> group, Unit to, IEnumerable<IUnitMatters> matters, CancellationToken cancellation)
    {
        var (tops, from) = (group.ConvertAll(u => u.Path), UnitChangeAccess.SuperiorOf(group[0]));
        await UnitPaths.CarryAsync(db, tops, from, to.Path, cancellation);
        foreach (var matter in matters)
        {
            await matter.CarryAsync(db, tops, from, to.Path, cancellation);
        }
    }

    private void PutBack(Unit unit, UnitState before)
    {
        if (before.ParentId is { } parent && parent != unit.ParentId)
        {
            unit.MoveBelow(units[parent], before.SinceDay);
        }
        else if (unit.ClosedDay is not null)
        {
            unit.Reopen(before);
        }
        else
        {
            unit.RestoreName(before);
        }
    }

    private async Task<Refusal?> PeopleBackAsync(CancellationToken cancellation)
    {
        var (ended, begun, staff) = (state.MembershipsEnded.ToArray(), state.MembershipsBegun.ToArray(), state.Staff.ToArray());
        if (ended.Length + staff.Length == 0)
        {
            return null;
        }

        var rows = await db.Set<Membership>().Where(m => EF.Parameter(ended).Contains(m.Id) || EF.Parameter(begun).Contains(m.Id)).ToListAsync(cancellation);
        var people = rows.Select(m => m.PersonId).Concat(staff).Distinct().ToArray();
        var details = await db.Set<PersonDetail>().Where(d => EF.Parameter(people).Contains(d.PersonId)).ToDictionaryAsync(d => d.PersonId, cancellation);
        var later = rows.FindAll(m => begun.Contains(m.Id));
        if (later.Exists(m => m.ToDay is not null) || Array.Exists(staff, id => details[id].WorkUnitId != state.StaffNow))
        {
            return BuiltOn;
        }

        db.RemoveRange(later);
        foreach (var row in rows.Where(m => ended.Contains(m.Id)))
        {
            row.Reopen(details[row.PersonId]);
        }

        foreach (var id in staff)
        {
            details[id].WorkIn(made.UnitId);
        }

        return null;
    }

    private async Task<Refusal?> FoundedGoneAsync(IEnumerable<IUnitMatters> matters, CancellationToken cancellation)
    {
        foreach (var unit in state.Founded.Select(id => units[id]))
        {
            var back = state.Units.Select(s => s.Id).ToArray();
            var begun = state.MembershipsBegun.ToArray();
            var staff = state.Staff.ToArray();
            var used = await db.Set<Unit>().AnyAsync(u => u.ParentId == unit.Id && !EF.Parameter(back).Contains(u.Id), cancellation)
                || await db.Set<Membership>().AnyAsync(m => m.UnitId == unit.Id && !EF.Parameter(begun).Contains(m.Id), cancellation)
                || await db.Set<PersonDetail>().AnyAsync(d => d.WorkUnitId == unit.Id && !EF.Parameter(staff).Contains(d.PersonId), cancellation)
                || await db.Set<Post>().AnyAsync(p => p.UnitId == unit.Id, cancellation)
                || await db.Set<CommitteeTerm>().AnyAsync(t => t.UnitId == unit.Id, cancellation)
                || await db.Set<UnitLink>().AnyAsync(l => l.PartyUnitId == unit.Id || l.AdministrativeUnitId == unit.Id, cancellation);
            foreach (var source in matters)
            {
                used = used || (await source.OpenAsync(db, unit.Id, cancellation)).Count > 0;
            }

            if (used)
            {
                return UnitChangeAccess.Fault($"没有撤回。“{unit.Name}”已经有自己的人员、职务或数据。要合回去，请办“并入”。");
            }

            unit.Annul();
        }

        return null;
    }

    private async Task<Refusal?> RestBackAsync(CancellationToken cancellation)
    {
        var (seats, terms) = (state.Seats.ToArray(), state.Terms.ToArray());
        foreach (var seat in await db.Set<PartyPost>().Where(p => EF.Parameter(seats).Contains(p.Id)).ToListAsync(cancellation))
        {
            seat.Reopen();
        }

        foreach (var term in await db.Set<CommitteeTerm>().Where(t => EF.Parameter(terms).Contains(t.Id)).ToListAsync(cancellation))
        {
            term.Reopen();
        }

        var dissolved = made.Kind == UnitEventKind.Closed ? await db.Set<TemporaryOrganisation>().SingleOrDefaultAsync(t => t.UnitId == made.UnitId, cancellation) : null;
        dissolved?.Reopen();
        await LinksBackAsync(cancellation);
        return await PostsBackAsync(cancellation);
    }

    private async Task LinksBackAsync(CancellationToken cancellation)
    {
        var concerned = state.LinksAdded.Concat(state.LinksRemoved).Select(l => l.Party).Distinct().ToArray();
        if (concerned.Length == 0)
        {
            return;
        }

        var links = await db.Set<UnitLink>().Where(l => EF.Parameter(concerned).Contains(l.PartyUnitId)).ToListAsync(cancellation);
        db.RemoveRange(links.Where(l => state.LinksAdded.Contains(new(l.PartyUnitId, l.AdministrativeUnitId))));
        var ends = state.LinksRemoved.SelectMany(l => new[] { l.Party, l.Administrative }).Distinct().ToArray();
        var ended = await db.Set<Unit>().Where(u => EF.Parameter(ends).Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellation);
        db.AddRange(state.LinksRemoved
            .Where(r => !links.Exists(l => l.PartyUnitId == r.Party && l.AdministrativeUnitId == r.Administrative))
            .Where(r => (ended[r.Party], ended[r.Administrative]) is ({ ClosedDay: null }, { ClosedDay: null }))
            .Select(r => UnitLink.Between(ended[r.Party], ended[r.Administrative])));
    }

    // 三员分立 holds for posts that come back as for posts that are granted.
    private async Task<Refusal?> PostsBackAsync(CancellationToken cancellation)
    {
        var until = state.Posts.ToDictionary(p => p.PostId, p => p.ToDay);
        var ids = until.Keys.ToArray();
        if (ids.Length == 0)
        {
            return null;
        }

        var posts = await db.Set<Post>().Where(p => EF.Parameter(ids).Contains(p.Id)).ToListAsync(cancellation);
        posts.ForEach(p => p.Reopen(until[p.Id]));
        var people = posts.Select(p => p.PersonId).Distinct().ToArray();
        var all = await db.Set<Post>().Where(p => EF.Parameter(people).Contains(p.PersonId)).ToListAsync(cancellation);
        var mixed = all.Where(p => p.ToDay is null || p.ToDay >= made.Day).GroupBy(p => p.PersonId).Any(g => !SeparationOfDuties.Holds([.. g.Select(p => p.Role)]));
        return mixed ? BuiltOn : null;
    }
}
