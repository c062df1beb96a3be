using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>What a business system has fed, as the platform holds it now: to compare with, page by page in the order of its keys.</summary>
public sealed class FedTaskQuery(UnitOfWork unitOfWork)
{
    public const int PageSize = 50;

    /// <param name="Next">Pass as <c>after</c> for the next page; null at the end.</param>
    public sealed record Page(IReadOnlyList<Known> Tasks, string? Next);

    /// <param name="Lead">Code of the unit that leads; empty while the task waits to be claimed.</param>
    public sealed record Known(
        string Key, string Code, int Year, string Title, string Lead, DateOnly Start, DateOnly Due, bool IsDueDerived, string State, DateOnly? Done, DateTime? ToldUtc,
        IReadOnlyList<Step> Milestones, IReadOnlyList<Figure> Figures);

    public sealed record Step(string? Key, string Title, DateOnly? From, DateOnly Due, DateOnly? Done);

    /// <param name="Value">The value that holds; null where none was told.</param>
    public sealed record Figure(string Code, string Name, string Unit, string Direction, double Target, DateOnly Due, DateOnly? Day, double? Value, string? Source, DateTime? ToldUtc);

    public Task<Page> FindAsync(Connector connector, string after, CancellationToken cancellation) => unitOfWork.ReadAsync(
        connector.TenantId,
        async db =>
        {
            var rows = await db.Tasks(connector.Scope, Permission.ViewTasks).Where(t => t.SourceSystem == connector.System && string.Compare(t.SourceKey, after) > 0)
                .OrderBy(t => t.SourceKey).Take(PageSize + 1).ToListAsync(cancellation);
            var tasks = rows.Take(PageSize).ToList();
            var ids = tasks.ConvertAll(t => t.Id).ToArray();
            var steps = await db.Set<Milestone>().Where(m => EF.Parameter(ids).Contains(m.TaskId)).OrderBy(m => m.Number).ToListAsync(cancellation);
            var figures = await db.Set<KeyFigure>().Where(f => EF.Parameter(ids).Contains(f.TaskId)).OrderBy(f => f.Code).ToListAsync(cancellation);
            var values = await db.Set<KeyFigureValue>()
                .Where(v => db.Set<KeyFigure>().Any(f => f.TenantId == v.TenantId && f.Id == v.KeyFigureId && EF.Parameter(ids).Contains(f.TaskId))).Newest().ToListAsync(cancellation);
            var leads = tasks.Select(t => t.LeadUnitId).OfType<Guid>().Distinct().ToArray();
            var codes = await db.Set<Unit>().Where(u => EF.Parameter(leads).Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Code, cancellation);
            var (stepsOf, figuresOf, valuesOf) = (steps.ToLookup(m => m.TaskId), figures.ToLookup(f => f.TaskId), values.ToLookup(v => v.KeyFigureId));
            return new Page(
                tasks.ConvertAll(t => Of(t, t.LeadUnitId is { } lead ? codes[lead] : "", stepsOf[t.Id], figuresOf[t.Id].Select(f => Of(f, valuesOf[f.Id].FirstOrDefault())))),
                rows.Count > PageSize ? tasks[^1].SourceKey : null);
        },
        cancellation);

    private static Known Of(BusinessTask task, string lead, IEnumerable<Milestone> steps, IEnumerable<Figure> figures) => new(
        task.SourceKey!, task.Code, task.PlanYear, task.Title, lead, task.StartDay, task.DueDay, task.IsDueDerived, task.State.ToString().ToLowerInvariant(), task.DoneDay, task.SourceUtc,
        [.. steps.Select(m => new Step(m.SourceKey, m.Title, m.PlannedFrom, m.DueDay, m.DoneDay))], [.. figures]);

    private static Figure Of(KeyFigure figure, KeyFigureValue? held) => new(
        figure.Code, figure.Name, figure.Unit, figure.Direction.ToString().ToLowerInvariant(), figure.Target, figure.DueDay, held?.Day, held?.Value, held?.Source, held?.AtUtc);
}
