using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>组织设置检查: every Party organisation the actor sees, compared with the rules. Four commands, however many there are.</summary>
public sealed class StructureQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<List<CheckedUnit>> AllAsync(Actor actor, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, null, cancellation), cancellation);

    /// <summary>The check of one organisation; null where it is not seen or no rule concerns it.</summary>
    public Task<CheckedUnit?> FindAsync(Actor actor, Guid unitId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, async db => (await LoadAsync(db, actor, unitId, cancellation)).SingleOrDefault(), cancellation);

    private async Task<List<CheckedUnit>> LoadAsync(YipanqiDb db, Actor actor, Guid? only, CancellationToken cancellation)
    {
        var rules = StructureRules.Current;
        var units = db.Set<Unit>().Within(actor, Permission.ViewPeople, u => u.Path).Open().Where(u => u.Track == Track.Party && (only == null || u.Id == only));
        var terms = db.Set<CommitteeTerm>().Where(t => t.EndedDay == null && units.Any(u => u.Id == t.UnitId));
        var found = await units.Select(u => new { u.Id, u.Code, u.Name, u.Kind, u.SortOrder, u.Path }).ToListAsync(cancellation);
        var members = await MembersAsync(db, only is null ? units : db.Set<Unit>().Within([.. found.Select(u => u.Path)], u => u.Path), cancellation);
        var current = (await terms.ToListAsync(cancellation)).ToDictionary(t => t.UnitId);
        var posts = (await db.Set<PartyPost>().Where(p => terms.Any(t => t.Id == p.TermId)).ToListAsync(cancellation)).ToLookup(p => p.TermId);
        var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return [.. found
            .Where(u => rules.KindOf(u.Kind) is not (PartyUnitKind.None or PartyUnitKind.Temporary))
            .Select(u => new UnitFacts(
                u.Id, u.Code, u.Name, u.Kind, u.SortOrder, members.GetValueOrDefault(u.Path).All, members.GetValueOrDefault(u.Path).Full,
                current.TryGetValue(u.Id, out var term) ? Facts(term, posts[term.Id]) : null))
            .Select(facts => new CheckedUnit(facts, StructureCheck.Of(facts, rules, today)))];
    }

    // By path: a branch's members are those of every organisation above it too.
    private static async Task<Dictionary<string, (int All, int Full)>> MembersAsync(YipanqiDb db, IQueryable<Unit> units, CancellationToken cancellation)
    {
        var counts = await (
            from detail in db.Set<PersonDetail>()
            join unit in units on new { detail.TenantId, Id = detail.BranchId } equals new { unit.TenantId, Id = (Guid?)unit.Id }
            group detail by new { unit.Path, detail.Status } into g
            select new { g.Key.Path, g.Key.Status, Count = g.Count() }).ToListAsync(cancellation);
        var members = new Dictionary<string, (int All, int Full)>();
        foreach (var count in counts)
        {
            foreach (var path in Unit.PathsTo(count.Path))
            {
                var sum = members.GetValueOrDefault(path);
                members[path] = (sum.All + count.Count, sum.Full + (count.Status == PartyStatus.FullMember ? count.Count : 0));
            }
        }

        return members;
    }

    private static UnitFacts.TermFacts Facts(CommitteeTerm term, IEnumerable<PartyPost> posts)
    {
        var all = posts.ToList();
        var held = all.Where(p => p.ToDay is null).GroupBy(p => p.PersonId, p => p.Role).Select(person => person.Min()).ToList();
        var last = held.Contains(PartyRole.Secretary) ? null : all.Where(p => p.Role == PartyRole.Secretary).Max(p => p.ToDay);
        return new(term.Id, term.Number, term.ElectedDay, term.RegularDueDay, term.DueDay, term.Seats, held, last);
    }
}
