using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>Takes back a change of one or several key tasks: all of them, or none where someone has changed one since.</summary>
public sealed class RestoreTasks : IUndo
{
    public const string KindName = "business-tasks";

    public string Kind => KindName;

    public async Task<Outcome<Change>> RestoreAsync(YipanqiDb db, Actor actor, string state, DateTime nowUtc, CancellationToken cancellation)
    {
        var before = (JsonSerializer.Deserialize<List<TaskBefore>>(state) ?? []).ToDictionary(b => b.Id);
        var ids = before.Keys.ToArray();
        var tasks = await db.Tasks(actor, Permission.ManageTasks).Where(t => EF.Parameter(ids).Contains(t.Id)).OrderBy(t => t.Code).ToListAsync(cancellation);
        // A task goes back to the unit that led it only where the actor still manages tasks there.
        if (tasks.Count < before.Count || !await db.MayAllAsync(actor, Permission.ManageTasks, before.Values.Select(b => b.LeadUnitId), actor.SeesUnclaimed(), cancellation))
        {
            return TaskAccess.Absent;
        }

        if (tasks.Find(t => t.Version != before[t.Id].Version) is { } changed)
        {
            var who = await db.LastEditorAsync(changed.Id, cancellation) ?? "有人";
            return new Refusal("undo.raced", "", $"没有撤销。{who}后来又改过“{changed.Title}”。请打开该任务直接更正。");
        }

        foreach (var task in tasks)
        {
            task.PutBack(before[task.Id]);
        }

        await db.PutPartnersAsync(tasks, before.ToDictionary(b => b.Key, b => (IReadOnlyCollection<Guid>)b.Value.Partners), cancellation);
        Guid? one = tasks.Count == 1 ? tasks[0].Id : null;
        return new Change(actor.PersonId, nowUtc, "task.restored", nameof(BusinessTask), one, "", CodeSet.Detail([.. tasks.Select(t => t.Code)], new { }));
    }
}
