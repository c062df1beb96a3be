using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Chessboard;

/// <summary>Fusion points, records and set days of several tasks, by three commands.</summary>
internal sealed class ChessboardRecords
{
    private sealed record Live(Guid TaskId, ChessTask.Point Point);

    private readonly ILookup<Guid, ChessTask.Point> points;
    private readonly Dictionary<(Guid Holder, TaskStage Stage), DateOnly> days;
    private readonly Dictionary<(Guid Task, TaskStage Stage), DateOnly> plans;

    private ChessboardRecords(IEnumerable<Live> points, Dictionary<(Guid, TaskStage), DateOnly> days, Dictionary<(Guid, TaskStage), DateOnly> plans) =>
        (this.points, this.days, this.plans) = (points.ToLookup(p => p.TaskId, p => p.Point), days, plans);

    /// <param name="day">Only what was live and done by then.</param>
    public static async Task<ChessboardRecords> ReadAsync(YipanqiDb db, Guid[] tasks, DateOnly day, CancellationToken cancellation)
    {
        // By their tasks and not by their days, of which there are more with every year.
        var points = await (
            from point in db.Set<FusionPoint>()
            where EF.Parameter(tasks).Contains(point.TaskId)
            join unit in db.Set<Unit>() on new { point.TenantId, Id = point.PartyUnitId } equals new { unit.TenantId, unit.Id }
            orderby point.Id
            select new { Live = new Live(point.TaskId, new ChessTask.Point(point.Id, point.Name, unit.ShortName)), point.FromDay, point.EndedDay }).ToListAsync(cancellation);
        var records = await db.Set<StageRecord>().Where(r => EF.Parameter(tasks).Contains(r.TaskId) && r.ReplacedUtc == null)
            .Select(r => new { r.HolderId, r.Stage, r.Day }).ToListAsync(cancellation);
        var plans = await db.Set<StagePlan>().Where(p => EF.Parameter(tasks).Contains(p.TaskId)).Select(p => new { p.TaskId, p.Stage, p.DueDay }).ToListAsync(cancellation);
        return new(
            points.Where(p => p.FromDay <= day && (p.EndedDay is not { } ended || ended > day)).Select(p => p.Live),
            records.Where(r => r.Day <= day).ToDictionary(r => (r.HolderId, r.Stage), r => r.Day),
            plans.ToDictionary(p => (p.TaskId, p.Stage), p => p.DueDay));
    }

    public ChessTask ToTask(ChessboardRow row, DateOnly day)
    {
        var live = points[row.Id].ToList();
        var cells = StageTimes.All.Select(s => Uses(row.Id, live, s) ? CellOf(row, live, s, day) : (StageCell?)null).ToList();
        return new ChessTask(row.Id, row.Code, row.Title, row.Importance, row.State, row.Lead, cells, live);
    }

    // 考核 is a stage of those tasks alone for which a day was set or a record made.
    private bool Uses(Guid task, List<ChessTask.Point> live, TaskStage stage) =>
        stage != TaskStage.Assess || plans.ContainsKey((task, stage)) || days.ContainsKey((task, stage)) || live.Exists(p => days.ContainsKey((p.Id, stage)));

    private StageCell CellOf(ChessboardRow row, List<ChessTask.Point> live, TaskStage stage, DateOnly day)
    {
        var due = plans.TryGetValue((row.Id, stage), out var set) ? set : StageTimes.DueDay(row.StartDay, row.DueDay, stage);
        return StageCells.Of(stage, DayOf(row.Id, stage), [.. live.Select(p => DayOf(p.Id, stage))], due, day);
    }

    private DateOnly? DayOf(Guid holder, TaskStage stage) => days.TryGetValue((holder, stage), out var day) ? day : null;
}
