using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Posts;

namespace Yipanqi.Web.Modules.BusinessTasks.Lists;

/// <summary>One key task's page: eight commands, however much belongs to it.</summary>
public sealed class TaskQuery(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    private const int ShownChanges = 20;

    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>Null for a task that is not there or not in what the actor sees.</summary>
    public Task<TaskView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, id, cancellation), cancellation);

    private async Task<TaskView?> LoadAsync(YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var task = await db.Tasks(actor, Permission.ViewTasks).Where(t => t.Id == id).Select(t => new { t.Version, t.CancelReason }).SingleOrDefaultAsync(cancellation);
        if (task is null)
        {
            return null;
        }

        var line = await TasksQuery.Lines(db, db.Set<BusinessTask>().Where(t => t.Id == id), Today).SingleAsync(cancellation);
        var mine = await db.Tasks(actor, Permission.ManageTasks).AnyAsync(t => t.Id == id, cancellation);
        var partners = await PartnersAsync(db, actor, id, cancellation);
        var steps = await db.Set<Milestone>().Where(m => m.TaskId == id).OrderBy(m => m.DueDay).ThenBy(m => m.Number)
            .Select(m => new TaskView.Step(m.Id, m.Number, m.Title, m.PlannedFrom, m.DueDay, m.DoneDay, m.SourceKey, m.SourceUtc, m.Version)).ToListAsync(cancellation);
        return new TaskView(
            line, task.Version, task.CancelReason, mine, partners, steps, await FiguresAsync(db, id, cancellation), await PostsAsync(db, actor, id, cancellation), await ChangesAsync(db, id, cancellation));
    }

    private static Task<List<TaskView.Partner>> PartnersAsync(YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation) => (
        from p in db.Set<TaskPartner>()
        where p.TaskId == id
        join u in db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path) on new { p.TenantId, Id = p.UnitId } equals new { u.TenantId, u.Id }
        orderby u.Code
        select new TaskView.Partner(u.Id, u.Name)).ToListAsync(cancellation);

    private static async Task<IReadOnlyList<TaskView.Figure>> FiguresAsync(YipanqiDb db, Guid id, CancellationToken cancellation)
    {
        var figures = await db.Set<KeyFigure>().Where(f => f.TaskId == id).OrderBy(f => f.Code).ToListAsync(cancellation);
        var values = figures.Count == 0 ? [] : await db.Set<KeyFigureValue>().Where(v => db.Set<KeyFigure>().Any(f => f.TenantId == v.TenantId && f.Id == v.KeyFigureId && f.TaskId == id)).Newest()
            .Select(v => new TaskView.FigureValue(v.KeyFigureId, v.Day, v.Value, v.Source, v.AtUtc)).ToListAsync(cancellation);
        var byFigure = values.ToLookup(v => v.FigureId);
        return figures.ConvertAll(f => new TaskView.Figure(f.Id, f.Code, f.Facts, f.Version, [.. byFigure[f.Id]]));
    }

    // A name is shown to who may see that person; that the post is filled, to all who see the task.
    private Task<List<TaskView.Post>> PostsAsync(YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var seen = people.Within(db, actor, Permission.ViewPeople);
        return db.Set<KeyPost>().Where(p => p.TaskId == id).OrderBy(p => p.Id)
            .Select(p => new TaskView.Post(p.Id, p.Title, p.PersonId != null, seen.Where(n => n.Id == p.PersonId).Select(n => n.Name).FirstOrDefault() ?? "")).ToListAsync(cancellation);
    }

    private static Task<List<TaskView.Change>> ChangesAsync(YipanqiDb db, Guid id, CancellationToken cancellation) => (
        from entry in db.Set<JournalEntry>()
        where entry.SubjectId == id
        join person in db.Set<Person>() on new { entry.TenantId, Id = entry.ActorId } equals new { person.TenantId, Id = (Guid?)person.Id } into people
        from person in people.DefaultIfEmpty()
        orderby entry.AtUtc descending, entry.Id descending
        select new TaskView.Change(entry.AtUtc, entry.Action, person.Name ?? "", entry.Reason)).Take(ShownChanges).ToListAsync(cancellation);
}
