using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Import;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>What the database knows of the tasks a business system tells of: eight commands, however many there are.</summary>
internal sealed class FedKnown
{
    private readonly Dictionary<string, BusinessTask> tasks;
    private readonly Dictionary<string, BusinessTask> unfed;
    private readonly HashSet<Guid> mine;
    private readonly HashSet<string> takenCodes;
    private readonly ILookup<Guid, Milestone> milestones;
    private readonly ILookup<Guid, KeyFigure> figures;
    private readonly Dictionary<(Guid, DateOnly), double> values;

    private FedKnown(
        List<BusinessTask> tasks, List<Guid> mine, List<string> codes, List<Milestone> milestones, List<KeyFigure> figures, List<KeyFigureValue> values, KnownUnits units, Dictionary<Guid, Unit> leads)
    {
        this.tasks = tasks.Where(t => t.SourceKey is not null).ToDictionary(t => t.SourceKey!, StringComparer.Ordinal);
        unfed = tasks.Where(t => t.SourceKey is null).ToDictionary(t => t.Code, StringComparer.Ordinal);
        (this.mine, takenCodes, Units, Leads) = ([.. mine], codes.ToHashSet(StringComparer.Ordinal), units, leads);
        this.milestones = milestones.ToLookup(m => m.TaskId);
        this.figures = figures.ToLookup(f => f.TaskId);
        this.values = values.GroupBy(v => (v.KeyFigureId, v.Day)).ToDictionary(g => g.Key, g => g.First().Value);
    }

    public KnownUnits Units { get; }

    /// <summary>The units that may lead, by id.</summary>
    public IReadOnlyDictionary<Guid, Unit> Leads { get; }

    public static async Task<FedKnown> LoadAsync(YipanqiDb db, Connector connector, IReadOnlyList<FedTask> fed, CancellationToken cancellation)
    {
        var keys = fed.Select(t => t.Key!).ToArray();
        var codes = fed.Select(t => t.Code?.Trim() ?? "").Where(c => c.Length > 0).ToArray();
        IQueryable<BusinessTask> Named(IQueryable<BusinessTask> all) =>
            all.Where(t => (t.SourceSystem == connector.System && EF.Parameter(keys).Contains(t.SourceKey)) || (t.SourceSystem == null && EF.Parameter(codes).Contains(t.Code)));
        var named = Named(db.Set<BusinessTask>());
        var tasks = await named.ToListAsync(cancellation);
        var mine = await Named(db.Tasks(connector.Scope, Permission.ManageTasks)).Select(t => t.Id).ToListAsync(cancellation);
        var taken = codes.Length == 0 ? [] : await db.Set<BusinessTask>().Where(t => EF.Parameter(codes).Contains(t.Code)).Select(t => t.Code).ToListAsync(cancellation);
        var milestones = await db.Set<Milestone>().Where(m => named.Any(t => t.TenantId == m.TenantId && t.Id == m.TaskId)).ToListAsync(cancellation);
        var figures = await db.Set<KeyFigure>().Where(f => named.Any(t => t.TenantId == f.TenantId && t.Id == f.TaskId)).ToListAsync(cancellation);
        var ids = figures.Select(f => f.Id).ToArray();
        var values = ids.Length == 0 ? [] : await db.Set<KeyFigureValue>().AsNoTracking().Where(v => EF.Parameter(ids).Contains(v.KeyFigureId)).Newest().ToListAsync(cancellation);
        var units = await KnownUnits.LoadAsync(db, connector.Scope, fed.SelectMany(t => TaskText.Names(t.Partners ?? "").Append(t.Lead ?? "")).Append(connector.UnitCode), cancellation);
        var leadIds = fed.SelectMany(t => units.Find(t.Lead ?? "")).Select(u => u.Id).Append(connector.UnitId).Distinct().ToArray();
        var leads = await db.Set<Unit>().Where(u => EF.Parameter(leadIds).Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellation);
        return new(tasks, mine, taken, milestones, figures, values, units, leads);
    }

    public BusinessTask? ByKey(string key) => tasks.GetValueOrDefault(key);

    /// <summary>A task in the token's scope that people entered or imported and no system feeds yet: told with its code, it is taken over.</summary>
    public BusinessTask? Unfed(string code) => unfed.TryGetValue(code, out var task) && task.SourceSystem is null && IsMine(task) ? task : null;

    public bool IsMine(BusinessTask task) => mine.Contains(task.Id);

    public bool IsTaken(string code) => takenCodes.Contains(code);

    public IReadOnlyList<Milestone> MilestonesOf(BusinessTask task) => [.. milestones[task.Id]];

    public IReadOnlyList<KeyFigure> FiguresOf(BusinessTask task) => [.. figures[task.Id]];

    /// <summary>The value that holds for the day; null where none was told.</summary>
    public double? ValueOf(KeyFigure figure, DateOnly day) => values.TryGetValue((figure.Id, day), out var value) ? value : null;
}
