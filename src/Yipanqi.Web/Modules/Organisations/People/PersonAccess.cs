using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.Structure;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>
/// Finding people the actor may see or change: those whose branch or whose administrative unit lies in the actor's subtree; who has neither any
/// more is kept by the branches they were in. All others are as absent as people who never were.
/// </summary>
internal static class PersonAccess
{
    public static readonly Refusal Absent = new("person.absent", "", "没有这个人，或者不在您管理的范围内。");

    public static IQueryable<PersonDetail> Details(this YipanqiDb db, Actor actor, Permission permission)
    {
        var units = db.Set<Unit>().Within(actor, permission, u => u.Path);
        return db.Set<PersonDetail>().Where(d =>
            units.Any(u => u.Id == d.BranchId) || units.Any(u => u.Id == d.WorkUnitId)
            || (d.BranchId == null && d.WorkUnitId == null && db.Set<Membership>().Any(m => m.PersonId == d.PersonId && units.Any(u => u.Id == m.UnitId))));
    }

    /// <summary>
    /// The same for lists of many: whoever sees the whole institution is not asked of each person in which unit they are.
    /// Of a part, each way in which a person may be there is found by its own index.
    /// </summary>
    public static async Task<IQueryable<PersonDetail>> ListedAsync(this YipanqiDb db, Actor actor, Permission permission, CancellationToken cancellation)
    {
        var tops = actor.PathsFor(permission).ToArray();
        var people = db.Set<PersonDetail>();
        if (!await db.Set<Unit>().AnyAsync(u => u.ParentId == null && !EF.Parameter(tops).Contains(u.Path), cancellation))
        {
            return people.Where(d => d.BranchId != null || d.WorkUnitId != null || db.Set<Membership>().Any(m => m.PersonId == d.PersonId));
        }

        var units = db.Set<Unit>().Within(tops, u => u.Path);
        var here = (from u in units join d in people on new { u.TenantId, Id = (Guid?)u.Id } equals new { d.TenantId, Id = d.BranchId } select d.PersonId)
            .Union(from u in units join d in people on new { u.TenantId, Id = (Guid?)u.Id } equals new { d.TenantId, Id = d.WorkUnitId } select d.PersonId)
            .Union(from u in units
                   join m in db.Set<Membership>() on new { u.TenantId, u.Id } equals new { m.TenantId, Id = m.UnitId }
                   join d in people on new { m.TenantId, m.PersonId } equals new { d.TenantId, d.PersonId }
                   where d.BranchId == null && d.WorkUnitId == null
                   select d.PersonId);
        return people.Where(d => here.Contains(d.PersonId));
    }

    public static Task<PersonDetail?> FindManagedAsync(this YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation) =>
        db.Details(actor, Permission.ManagePeople).SingleOrDefaultAsync(d => d.PersonId == id, cancellation);

    /// <summary>The unit of that id or code or, where there is one alone, of that name, among those where the actor manages people.</summary>
    public static async Task<Outcome<Unit>> FindUnitAsync(this YipanqiDb db, Actor actor, Track track, string asked, string field, CancellationToken cancellation)
    {
        _ = Guid.TryParse(asked, out var id);
        var found = await db.Set<Unit>().Within(actor, Permission.ManagePeople, u => u.Path).Open()
            .Where(u => u.Track == track && (u.Id == id || u.Code == asked || u.Name == asked)).OrderBy(u => u.Code).Take(3).ToListAsync(cancellation);
        var unit = found.Find(u => u.Id == id) ?? found.Find(u => u.Code == asked) ?? (found.Count == 1 ? found[0] : null);
        var wanted = track == Track.Party ? "党支部" : "行政单位";
        if (unit is null)
        {
            return new Refusal("person.unit", field, found.Count > 1 ? $"不止一个{wanted}叫“{asked}”，请填编码。" : id != default ? $"您管理的范围里没有这个{wanted}。" : $"您管理的范围里没有编码或名称为“{asked}”的{wanted}。");
        }

        return track == Track.Party && BranchFault(unit.Kind, unit.Name) is { } fault ? new Refusal("person.unit", field, fault) : unit;
    }

    /// <summary>党员编入支部: a committee or a general branch has no members of its own.</summary>
    public static string? BranchFault(string kind, string name) => StructureRules.Current.KindOf(kind) switch
    {
        PartyUnitKind.Branch or PartyUnitKind.Unknown => null,
        PartyUnitKind.Temporary => $"“{name}”是临时党组织，党员的组织关系不转到那里，仍在原支部。请填支部的编码。",
        _ => $"“{name}”是{kind}，党员要编入党支部。请填支部的编码。",
    };
}
