using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Structure;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// Who has the duties of a level: 机关党委 and branches by their kind, the Party group at the administrative unit that a 机关党委 is linked to, members in their
/// branches. The top of the tree, a 工委, a temporary organisation and a unit of unknown kind have none: docs/decisions/0106.
/// </summary>
internal static class DutyHolders
{
    /// <param name="PersonId">Empty where whoever holds the unit's post has the duty.</param>
    /// <param name="Since">What was due before this day is not theirs: the day the unit was founded, or the member came to the branch.</param>
    public readonly record struct Holder(Guid UnitId, Guid PersonId, DateOnly Since);

    /// <summary>The role of a post whose holder answers for a unit's duties of this level; a member answers in person.</summary>
    public static PostRole RoleOf(DutyLevel level) => level switch
    {
        DutyLevel.PartyGroup => PostRole.PartyGroup,
        DutyLevel.PartyCommittee => PostRole.PartyCommitteeOfficer,
        DutyLevel.Branch => PostRole.BranchSecretary,
        _ => PostRole.Member,
    };

    /// <summary>How many there are of each level.</summary>
    /// <param name="among">Only of these units; null for all.</param>
    public static async Task<IReadOnlyDictionary<DutyLevel, int>> CountAsync(YipanqiDb db, bool withMembers, CancellationToken cancellation, IQueryable<Unit>? among = null)
    {
        var kinds = await KindsAsync(db, cancellation);
        var units = await Open(db, among).GroupBy(u => u.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return new Dictionary<DutyLevel, int>
        {
            [DutyLevel.PartyGroup] = await PartyGroups(db, kinds[DutyLevel.PartyCommittee], among).CountAsync(cancellation),
            [DutyLevel.PartyCommittee] = units.Where(u => kinds[DutyLevel.PartyCommittee].Contains(u.Key)).Sum(u => u.Count),
            [DutyLevel.Branch] = units.Where(u => kinds[DutyLevel.Branch].Contains(u.Key)).Sum(u => u.Count),
            [DutyLevel.Member] = withMembers ? await Members(db, among).CountAsync(cancellation) : 0,
        };
    }

    /// <summary>All of these levels, each level by two commands at most.</summary>
    public static async Task<IReadOnlyDictionary<DutyLevel, List<Holder>>> ListAsync(YipanqiDb db, IEnumerable<DutyLevel> levels, CancellationToken cancellation)
    {
        var kinds = await KindsAsync(db, cancellation);
        var holders = new Dictionary<DutyLevel, List<Holder>>();
        foreach (var level in levels)
        {
            var rows = level switch
            {
                DutyLevel.PartyGroup => PartyGroups(db, kinds[DutyLevel.PartyCommittee]).Select(u => new { UnitId = u.Id, PersonId = Guid.Empty, Since = u.FoundedDay }),
                DutyLevel.Member => Members(db).Select(m => new { m.UnitId, m.PersonId, Since = (DateOnly?)m.FromDay }),
                _ => OfKinds(db, kinds[level]).Select(u => new { UnitId = u.Id, PersonId = Guid.Empty, Since = u.FoundedDay }),
            };
            holders[level] = await rows.Select(r => new Holder(r.UnitId, r.PersonId, r.Since ?? DateOnly.MinValue)).ToListAsync(cancellation);
        }

        return holders;
    }

    /// <summary>The open units that have duties of each level; of members', their branches.</summary>
    public static async Task<IReadOnlyDictionary<DutyLevel, IQueryable<Unit>>> UnitsAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var kinds = await KindsAsync(db, cancellation);
        var members = Members(db);
        return DutyWords.Levels.ToDictionary(l => l, l => l switch
        {
            DutyLevel.PartyGroup => PartyGroups(db, kinds[DutyLevel.PartyCommittee]),
            DutyLevel.Member => Open(db).Where(u => members.Any(m => m.TenantId == u.TenantId && m.UnitId == u.Id)),
            _ => OfKinds(db, kinds[l]),
        });
    }

    // The kinds that units are written with, by level: a few dozen texts, read once.
    private static async Task<Dictionary<DutyLevel, string[]>> KindsAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var kinds = await Open(db).Select(u => u.Kind).Distinct().ToListAsync(cancellation);
        var byKind = kinds.ToLookup(StructureRules.Current.KindOf);
        return new()
        {
            [DutyLevel.PartyCommittee] = [.. byKind[PartyUnitKind.Committee]],
            [DutyLevel.Branch] = [.. byKind[PartyUnitKind.Branch], .. byKind[PartyUnitKind.GeneralBranch]],
        };
    }

    // Without the top of the tree: nobody stands above it to accept what it does.
    private static IQueryable<Unit> Open(YipanqiDb db, IQueryable<Unit>? among = null) => (among ?? db.Set<Unit>()).Open().Where(u => u.Track == Track.Party && u.ParentId != null);

    private static IQueryable<Unit> OfKinds(YipanqiDb db, string[] kinds) => Open(db).Where(u => EF.Parameter(kinds).Contains(u.Kind));

    private static IQueryable<Unit> PartyGroups(YipanqiDb db, string[] committees, IQueryable<Unit>? among = null)
    {
        var linked = OfKinds(db, committees).Join(db.Set<UnitLink>(), u => new { u.TenantId, u.Id }, l => new { l.TenantId, Id = l.PartyUnitId }, (_, l) => l);
        return (among ?? db.Set<Unit>()).Open().Where(u => linked.Any(l => l.TenantId == u.TenantId && l.AdministrativeUnitId == u.Id));
    }

    public static IQueryable<Membership> Members(YipanqiDb db, IQueryable<Unit>? among = null)
    {
        var open = db.Set<Membership>().Where(m => m.ToDay == null);
        return among is null ? open : open.Where(m => among.Any(u => u.TenantId == m.TenantId && u.Id == m.UnitId));
    }
}
