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
        var found = await units.Select(u => new { u.Id, u.Code, u.Name, u.Kind, u.SortOrder }).ToListAsync(cancellation);
        var counts = await db.Set<PersonDetail>().Where(d => units.Any(u => u.Id == d.BranchId)).GroupBy(d => new { d.BranchId, d.Status })
            .Select(g => new { g.Key.BranchId, g.Key.Status, Count = g.Count() }).ToListAsync(cancellation);
        var current = (await terms.ToListAsync(cancellation)).ToDictionary(t => t.UnitId);
        var posts = (await db.Set<PartyPost>().Where(p => terms.Any(t => t.Id == p.TermId)).ToListAsync(cancellation)).ToLookup(p => p.TermId);
        var members = counts.ToLookup(c => c.BranchId);
        var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return [.. found
            .Where(u => rules.KindOf(u.Kind) is not (PartyUnitKind.None or PartyUnitKind.Temporary))
            .Select(u => new UnitFacts(
                u.Id, u.Code, u.Name, u.Kind, u.SortOrder, members[u.Id].Sum(c => c.Count), members[u.Id].Where(c => c.Status == PartyStatus.FullMember).Sum(c => c.Count),
                current.TryGetValue(u.Id, out var term) ? Facts(term, posts[term.Id]) : null))
            .Select(facts => new CheckedUnit(facts, StructureCheck.Of(facts, rules, today)))];
    }

    private static UnitFacts.TermFacts Facts(CommitteeTerm term, IEnumerable<PartyPost> posts)
    {
        var all = posts.ToList();
        var held = all.Where(p => p.ToDay is null).Select(p => p.Role).ToList();
        var last = held.Contains(PartyRole.Secretary) ? null : all.Where(p => p.Role == PartyRole.Secretary).Max(p => p.ToDay);
        return new(term.Id, term.Number, term.ElectedDay, term.RegularDueDay, term.DueDay, term.Seats, held, last);
    }
}
