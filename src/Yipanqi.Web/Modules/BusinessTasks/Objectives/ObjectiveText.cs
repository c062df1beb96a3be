using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

/// <summary>Finding objectives the actor may see or change, and what is wrong with what was written.</summary>
internal static class ObjectiveText
{
    public static readonly Refusal Absent = new("objective.absent", "", "没有这个年度目标，或者不在您管理的范围内。");

    public static readonly Refusal Raced = new("objective.raced", "", "没有保存。刚才有人改过这个目标。您填的内容还在，请核对后再保存。");

    public static IQueryable<Objective> Objectives(this YipanqiDb db, Actor actor, Permission permission)
    {
        var units = db.Set<Unit>().Within(actor, permission, u => u.Path);
        return db.Set<Objective>().Where(o => units.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId));
    }

    public static Refusal? Fault(string field, string text) =>
        (text.Length == 0 ? "目标没有填。" : TaskText.TooLong("目标", text, Objective.TextLength)) is { } fault ? new Refusal("objective.text", field, fault) : null;

    /// <summary>Makes a change of one objective that is there and unchanged since it was read.</summary>
    public static Task<Outcome<Guid>> RunAsync(UnitOfWork unitOfWork, Actor actor, Guid id, int version, Func<YipanqiDb, Objective, Task<Outcome<Guid>>> change, CancellationToken cancellation) =>
        TaskChanges.RunAsync(
            unitOfWork, actor,
            async db => await db.Objectives(actor, Permission.ManageTasks).SingleOrDefaultAsync(o => o.Id == id, cancellation) switch
            {
                null => Absent,
                var objective when objective.Version != version => Raced,
                var objective => await change(db, objective),
            },
            cancellation);
}
