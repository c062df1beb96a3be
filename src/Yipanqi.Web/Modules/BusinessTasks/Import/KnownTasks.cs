using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>What the database knows of the tasks and units that a file names: six commands, however many rows.</summary>
internal sealed class KnownTasks
{
    private readonly Dictionary<string, BusinessTask> byCode;
    private readonly HashSet<Guid> managed;
    private readonly Dictionary<Guid, KeyFigure> figures;
    private readonly ILookup<Guid, Guid> partners;
    private readonly ILookup<Guid, Milestone> steps;

    private KnownTasks(List<BusinessTask> tasks, HashSet<Guid> managed, List<KeyFigure> figures, List<TaskPartner> partners, List<Milestone> steps, KnownUnits units)
    {
        byCode = tasks.ToDictionary(t => t.Code, StringComparer.Ordinal);
        (this.managed, Units) = (managed, units);
        this.figures = figures.ToDictionary(f => f.TaskId);
        this.partners = partners.ToLookup(p => p.TaskId, p => p.UnitId);
        this.steps = steps.ToLookup(m => m.TaskId);
    }

    public KnownUnits Units { get; }

    public static async Task<KnownTasks> LoadAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var codes = rows.Select(r => r[TaskFields.Code]).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var named = db.Set<BusinessTask>().Where(t => EF.Parameter(codes).Contains(t.Code));
        var tasks = await named.ToListAsync(cancellation);
        var managed = await db.Tasks(actor, Permission.ManageTasks).Where(t => EF.Parameter(codes).Contains(t.Code)).Select(t => t.Id).ToListAsync(cancellation);
        var figures = await db.Set<KeyFigure>().Where(f => f.Code == TaskImport.FigureCode && named.Any(t => t.TenantId == f.TenantId && t.Id == f.TaskId)).ToListAsync(cancellation);
        var partners = await db.Set<TaskPartner>().Where(p => named.Any(t => t.TenantId == p.TenantId && t.Id == p.TaskId)).ToListAsync(cancellation);
        var steps = await db.Set<Milestone>().Where(m => named.Any(t => t.TenantId == m.TenantId && t.Id == m.TaskId)).OrderBy(m => m.Number).ToListAsync(cancellation);
        var units = await KnownUnits.LoadAsync(db, actor, rows.SelectMany(r => TaskText.Names(r[TaskFields.Partners]).Append(r[TaskFields.Lead])), cancellation);
        return new(tasks, [.. managed], figures, partners, steps, units);
    }

    public BusinessTask? ByCode(string code) => byCode.GetValueOrDefault(code);

    public bool IsMine(BusinessTask task) => managed.Contains(task.Id);

    /// <summary>The figure an import made of the task's target.</summary>
    public KeyFigure? FigureOf(BusinessTask task) => figures.GetValueOrDefault(task.Id);

    /// <summary>The milestones a task has, in the order they were entered.</summary>
    public IEnumerable<Milestone> StepsOf(BusinessTask task) => steps[task.Id];

    public IEnumerable<Guid> PartnersOf(BusinessTask task) => partners[task.Id];
}
