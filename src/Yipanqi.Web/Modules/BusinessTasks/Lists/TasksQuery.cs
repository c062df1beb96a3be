using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Import;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

namespace Yipanqi.Web.Modules.BusinessTasks.Lists;

/// <summary>Lists of key tasks, limited to what the actor may see.</summary>
public sealed class TasksQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Most rows of a download.</summary>
    public const int MostRows = 100_000;

    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>A page of the list with what stands around it.</summary>
    /// <param name="Years">Plan years from the first to the last there are tasks of in the tenant, the latest first.</param>
    /// <param name="Unclaimed">How many wait to be claimed, of those that are the actor's to give away.</param>
    public sealed record Listed(ListPage<TaskLine> Tasks, List<int> Years, int Unclaimed);

    public Task<Listed> ListAsync(Actor actor, TaskFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var tasks = await PageAsync(db, actor, filter, page, cancellation);
            var (years, unclaimed) = await AroundAsync(db, actor, cancellation);
            return new Listed(tasks, years, unclaimed);
        },
        cancellation);

    public Task<ListPage<TaskLine>> PageAsync(Actor actor, TaskFilter filter, int page, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => PageAsync(db, actor, filter, page, cancellation), cancellation);

    public Task<List<TaskLine>> ExportAsync(Actor actor, TaskFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, async db => await Lines(db, filter.Order(db, await filter.NarrowAsync(db, actor, Today, cancellation)).Take(MostRows), Today).ToListAsync(cancellation), cancellation);

    /// <summary>The milestones of these tasks as the import reads them, by task.</summary>
    public Task<Dictionary<Guid, string>> StepsAsync(Actor actor, IReadOnlyList<TaskLine> lines, CancellationToken cancellation)
    {
        var ids = lines.Where(l => l.Milestones.All > 0).Select(l => l.Id).ToArray();
        return unitOfWork.ReadAsync(
            actor.TenantId,
            async db => (await db.Set<Milestone>().Where(m => EF.Parameter(ids).Contains(m.TaskId)).OrderBy(m => m.TaskId).ThenBy(m => m.Number).Select(m => new { m.TaskId, m.Title, m.DueDay }).ToListAsync(cancellation))
                .GroupBy(m => m.TaskId).ToDictionary(g => g.Key, g => StepsText.Write(g.Select(m => new StepsText.Step(m.Title, m.DueDay)))),
            cancellation);
    }

    /// <summary>The chosen tasks that the actor may give to another unit.</summary>
    public Task<List<TaskLine>> ChosenAsync(Actor actor, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var chosen = ids.ToArray();
        return unitOfWork.ReadAsync(
            actor.TenantId,
            db => Lines(db, db.Tasks(actor, Permission.ManageTasks).Where(t => EF.Parameter(chosen).Contains(t.Id) && t.State == TaskState.Active).OrderBy(t => t.DueDay).ThenBy(t => t.Code), Today).ToListAsync(cancellation),
            cancellation);
    }

    private async Task<ListPage<TaskLine>> PageAsync(YipanqiDb db, Actor actor, TaskFilter filter, int page, CancellationToken cancellation)
    {
        var narrowed = await filter.NarrowAsync(db, actor, Today, cancellation);
        return await filter.Worded(db, narrowed).PageAsync(page, _ => filter.Order(db, narrowed), tasks => Lines(db, tasks, Today), cancellation);
    }

    // Three look-ups in one command, however many tasks there are.
    private static async Task<(List<int> Years, int Unclaimed)> AroundAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var (tasks, seesUnclaimed) = (db.Set<BusinessTask>(), actor.SeesUnclaimed());
        var around = await db.Set<Domain>().Where(d => d.Id == actor.TenantId).Select(_ => new
        {
            First = tasks.Min(t => (int?)t.PlanYear),
            Last = tasks.Max(t => (int?)t.PlanYear),
            Unclaimed = tasks.Count(t => seesUnclaimed && t.LeadUnitId == null && t.State == TaskState.Active),
        }).SingleOrDefaultAsync(cancellation);
        return (around is { First: { } first, Last: { } last } ? [.. Enumerable.Range(first, last - first + 1).Reverse()] : [], around?.Unclaimed ?? 0);
    }

    internal static IQueryable<TaskLine> Lines(YipanqiDb db, IQueryable<BusinessTask> tasks, DateOnly today) =>
        from t in tasks
        join u in db.Set<Unit>() on new { t.TenantId, Id = t.LeadUnitId } equals new { u.TenantId, Id = (Guid?)u.Id } into units
        from lead in units.DefaultIfEmpty()
        select new TaskLine(
            t.Id, t.Code, t.PlanYear, t.Title, t.LeadUnitId, lead.Code ?? "", lead.Name ?? "", t.LeadText, t.PartnerText, t.Importance, t.SourceDocument,
            t.StartDay, t.DueDay, t.IsDueDerived, t.DoneDay, t.State, t.SourceSystem, t.SourceUtc, t.Note, t.Content,
            new MilestoneCounts(db.Set<Milestone>().Where(m => m.TenantId == t.TenantId && m.TaskId == t.Id)
                .Sum(m => m.DoneDay != null ? 1 + MilestoneCounts.OfMet : m.DueDay < today ? 1 + MilestoneCounts.OfLate : 1)),
            db.Set<KeyFigure>().Count(f => f.TenantId == t.TenantId && f.TaskId == t.Id));
}
