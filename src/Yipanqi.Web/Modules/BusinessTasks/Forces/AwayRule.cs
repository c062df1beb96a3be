using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Temporary;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>
/// When a group that is away should have a temporary Party organisation: 《中国共产党支部工作条例（试行）》第八条 asks one of groups formed for a task; the length and the number
/// of Party members are those of item A3.3 (more than 30 days, 3 members or more), and after six months the same clause asks for a branch.
/// </summary>
public static class AwayRule
{
    public const int MoreThanDays = 30;
    public const int LeastMembers = 3;

    /// <summary>Within so many days of leaving it should be there (A3.3).</summary>
    public const int WithinDays = 15;

    public const int BranchAfterMonths = 6;

    /// <summary>Those for which an organisation is to be founded or dissolved: what the list shows and what is counted.</summary>
    internal static IQueryable<TaskForce> Waiting(YipanqiDb db, IQueryable<TaskForce> forces) => Proposed(db, forces).Concat(Outlived(db, forces));

    /// <summary>Members of task forces who belong to a branch: only Party members found a Party organisation.</summary>
    internal static IQueryable<ForceMember> PartyMembers(YipanqiDb db) =>
        db.Set<ForceMember>().Where(m => db.Set<PersonDetail>().Any(d => d.TenantId == m.TenantId && d.PersonId == m.PersonId && d.BranchId != null));

    // At work, they qualify and have no organisation yet.
    private static IQueryable<TaskForce> Proposed(YipanqiDb db, IQueryable<TaskForce> forces)
    {
        var (members, running) = (PartyMembers(db), db.Set<BusinessTask>().Where(t => t.State == TaskState.Active));
        return forces.Where(f => f.EndedDay == null && f.TemporaryUnitId == null && f.AwayDays > MoreThanDays && running.Any(t => t.TenantId == f.TenantId && t.Id == f.TaskId)
            && members.Count(m => m.TenantId == f.TenantId && m.ForceId == f.Id && m.LeftDay == null) >= LeastMembers);
    }

    /// <summary>应解散: those whose work or whose key task is over while their temporary organisation is still there.</summary>
    internal static IQueryable<TaskForce> Outlived(YipanqiDb db, IQueryable<TaskForce> forces)
    {
        var over = db.Set<BusinessTask>().Where(t => t.State != TaskState.Active);
        return forces.Where(f => (f.EndedDay != null || over.Any(t => t.TenantId == f.TenantId && t.Id == f.TaskId))
            && db.Set<TemporaryOrganisation>().Any(t => t.TenantId == f.TenantId && t.UnitId == f.TemporaryUnitId && t.DissolvedDay == null));
    }

    /// <summary>The same of one in a list: an organisation is to be founded.</summary>
    public static bool Proposes(ForceLine force) => force is { EndedDay: null, IsTaskOver: false, TemporaryUnitId: null, AwayDays: > MoreThanDays, PartyMembers: >= LeastMembers };

    /// <summary>Whether a formal branch is to be founded: away for six months or more.</summary>
    public static bool AsksForBranch(ForceLine force) => force is { AwayFrom: { } from, AwayUntil: { } until } && until >= from.AddMonths(BranchAfterMonths);
}
