using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>One obligation as it is asked of one person: of a member by name, of a post by everybody who holds it on the due day.</summary>
internal sealed class AskedDuty
{
    public Guid TenantId { get; init; }

    public Guid PersonId { get; init; }

    public Guid DutyId { get; init; }

    public DateOnly DueDay { get; init; }

    public int Minutes { get; init; }

    /// <summary>
    /// What is asked of everybody in these days, a query. What is computed from records, exempted, handed back or ended with its unit costs nobody anything; a
    /// provisional day does: it is asked all the same.
    /// </summary>
    public static IQueryable<AskedDuty> Between(YipanqiDb db, DateOnly first, DateOnly last)
    {
        var due =
            from o in ObligationFilter.Counted(db.Set<Obligation>())
            where o.DueDay >= first && o.DueDay <= last
            join d in db.Set<Duty>() on new { o.TenantId, Id = o.DutyId } equals new { d.TenantId, d.Id }
            where d.ComputedFrom == "" && d.Minutes > 0
            select new { o.TenantId, o.UnitId, o.PersonId, o.DutyId, o.DueDay, o.Level, d.Minutes };
        var named =
            from o in due
            where o.PersonId != Guid.Empty
            select new AskedDuty { TenantId = o.TenantId, PersonId = o.PersonId, DutyId = o.DutyId, DueDay = o.DueDay, Minutes = o.Minutes };
        var held =
            from o in due
            where o.PersonId == Guid.Empty
            join p in db.Set<Post>() on new { o.TenantId, o.UnitId } equals new { p.TenantId, p.UnitId }
            where p.FromDay <= o.DueDay && (p.ToDay == null || p.ToDay >= o.DueDay)
                && ((o.Level == DutyLevel.PartyGroup && p.Role == PostRole.PartyGroup)
                    || (o.Level == DutyLevel.PartyCommittee && p.Role == PostRole.PartyCommitteeOfficer)
                    || (o.Level == DutyLevel.Branch && p.Role == PostRole.BranchSecretary))
            select new AskedDuty { TenantId = o.TenantId, PersonId = p.PersonId, DutyId = o.DutyId, DueDay = o.DueDay, Minutes = o.Minutes };
        return named.Concat(held);
    }
}
