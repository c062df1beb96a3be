using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Obligations projected to lines: one statement with the duty, the unit and the member.</summary>
internal static class ObligationLines
{
    public static IQueryable<ObligationLine> SelectLines(this IQueryable<Obligation> rows, YipanqiDb db) =>
        from o in rows
        join d in db.Set<Duty>() on new { o.TenantId, Id = o.DutyId } equals new { d.TenantId, d.Id }
        join u in db.Set<Unit>() on new { o.TenantId, Id = o.UnitId } equals new { u.TenantId, u.Id }
        join p in db.Set<Person>() on new { o.TenantId, Id = o.PersonId } equals new { p.TenantId, p.Id } into people
        from person in people.DefaultIfEmpty()
        select new ObligationLine(
            o.Id, o.DutyCode, d.Wording, d.PostTitle, o.Level, o.UnitId, u.ShortName, person.Name ?? "", o.PeriodKey, o.DueDay, o.IsProvisional, o.State, o.DoneDay, o.Request, d.ReminderDays, d.Minutes, o.EventText, o.IsComputed, d.ComputedFrom, o.Version);
}
