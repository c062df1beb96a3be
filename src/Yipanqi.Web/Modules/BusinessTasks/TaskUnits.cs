using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>Which units lead and support a key task.</summary>
internal static class TaskUnits
{
    /// <summary>The administrative unit a picker means, of those where the actor manages tasks.</summary>
    public static Task<Outcome<Unit>> FindLeadAsync(this YipanqiDb db, Actor actor, Picked? lead, string field, CancellationToken cancellation) =>
        db.FindPickedAsync(actor, Permission.ManageTasks, lead, field, cancellation, Track.Administrative);

    /// <summary>The subtrees, of what the actor sees, of the unit with this code; of all units of this name or short name where no unit has the code.</summary>
    public static async Task<IQueryable<Unit>> BelowAsync(this YipanqiDb db, Actor actor, string named, CancellationToken cancellation)
    {
        var seen = db.Set<Unit>().Within(actor, Permission.ViewTasks, u => u.Path);
        var tops = await seen.Where(u => u.Code == named).Select(u => u.Path).ToListAsync(cancellation);
        if (tops.Count == 0)
        {
            tops = await seen.FoundBy(db, SearchKind.Unit, named, u => u.Id).Where(u => u.Name == named || u.ShortName == named).Select(u => u.Path).ToListAsync(cancellation);
        }

        return seen.Within(tops, u => u.Path);
    }

    /// <summary>The subtree, of what the actor sees, of the unit a filter's picker means: null where nothing is picked, none of any unit, with the reason, where it means none.</summary>
    public static async Task<(IQueryable<Unit>? Units, string? Fault)> BelowAsync(this YipanqiDb db, Actor actor, Picked picked, Track track, CancellationToken cancellation)
    {
        if (picked.IsEmpty)
        {
            return (null, null);
        }

        var found = await db.FindPickedAsync(actor, Permission.ViewTasks, picked, "unit", cancellation, track);
        return (db.Set<Unit>().Within(found.IsDone ? [found.Value.Path] : [], u => u.Path), found.IsDone ? null : found.Refusals[0].Message);
    }

    /// <summary>
    /// Keeps who supports the task as it was written, and as units those of them that the actor sees under just one code or name.
    /// True where the text did change.
    /// </summary>
    public static async Task<bool> SetPartnersAsync(this YipanqiDb db, Actor actor, BusinessTask task, string text, CancellationToken cancellation)
    {
        var names = TaskText.Names(text).ToArray();
        var found = names.Length == 0 ? [] : await db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).Open()
            .Where(u => u.Track == Track.Administrative && (EF.Parameter(names).Contains(u.Code) || EF.Parameter(names).Contains(u.Name) || EF.Parameter(names).Contains(u.ShortName)))
            .Select(u => new { u.Id, u.Code, u.Name, u.ShortName }).ToListAsync(cancellation);
        var units = names.Select(n => found.Where(u => u.Code == n || u.Name == n || u.ShortName == n).ToList()).Where(u => u.Count == 1).Select(u => u[0].Id).Where(id => id != task.LeadUnitId);
        await db.PutPartnersAsync([task], new Dictionary<Guid, IReadOnlyCollection<Guid>> { [task.Id] = [.. units.Distinct()] }, cancellation);
        return task.NameUnits(task.LeadText, text);
    }

    /// <summary>Each task is supported by these units and no others.</summary>
    public static async Task PutPartnersAsync(
        this YipanqiDb db, IReadOnlyCollection<BusinessTask> tasks, IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>> units, CancellationToken cancellation)
    {
        var ids = tasks.Select(t => t.Id).ToArray();
        var known = (await db.Set<TaskPartner>().Where(p => EF.Parameter(ids).Contains(p.TaskId)).ToListAsync(cancellation)).ToLookup(p => p.TaskId);
        foreach (var task in tasks)
        {
            db.RemoveRange(known[task.Id].Where(p => !units[task.Id].Contains(p.UnitId)));
            db.AddRange(units[task.Id].Where(u => known[task.Id].All(p => p.UnitId != u)).Select(u => TaskPartner.Of(task, u)));
        }
    }
}
