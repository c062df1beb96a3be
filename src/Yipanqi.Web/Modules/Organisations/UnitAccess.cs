using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Finding units that the actor may change; another tenant's or subtree's unit is as absent as one that never was.</summary>
internal static class UnitAccess
{
    public static readonly Refusal Absent = new("unit.absent", "", "没有这个单位，或者不在您管理的范围内。");

    public static IQueryable<Unit> Writable(this YipanqiDb db, Actor actor) => db.Set<Unit>().Within(actor, Permission.ImportUnits, u => u.Path).Open();

    public static Task<Unit?> FindWritableAsync(this YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation) =>
        db.Writable(actor).SingleOrDefaultAsync(u => u.Id == id, cancellation);

    public static async Task<string?> LastEditorAsync(this YipanqiDb db, Guid unitId, CancellationToken cancellation) => await (
        from entry in db.Set<JournalEntry>()
        where entry.SubjectId == unitId
        join person in db.Set<Person>() on new { entry.TenantId, Id = entry.ActorId } equals new { person.TenantId, Id = (Guid?)person.Id }
        orderby entry.AtUtc descending, entry.Id descending
        select person.Name).FirstOrDefaultAsync(cancellation);
}
