using System.Globalization;
using System.Runtime.InteropServices;
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

    private const int HolderLength = 36;
    private const int RecordLength = HolderLength + 1 + 10;

    private readonly ILookup<Guid, ChessTask.Point> points;
    private readonly Dictionary<Guid, DateOnly?[]> days;
    private readonly Dictionary<(Guid Task, TaskStage Stage), DateOnly> plans;

    private ChessboardRecords(IEnumerable<Live> points, Dictionary<Guid, DateOnly?[]> days, Dictionary<(Guid, TaskStage), DateOnly> plans) =>
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
        var days = await DaysAsync(db, tasks, day, cancellation);
        var plans = await db.Set<StagePlan>().Where(p => EF.Parameter(tasks).Contains(p.TaskId)).Select(p => new { p.TaskId, p.Stage, p.DueDay }).ToListAsync(cancellation);
        return new(
            points.Where(p => p.FromDay <= day && (p.EndedDay is not { } ended || ended > day)).Select(p => p.Live),
            days,
            plans.ToDictionary(p => (p.TaskId, p.Stage), p => p.DueDay));
    }

    public ChessTask ToTask(ChessboardRow row, DateOnly day)
    {
        var live = points[row.Id].ToArray();
        var own = days.GetValueOrDefault(row.Id);
        var party = Array.ConvertAll(live, p => days.GetValueOrDefault(p.Id));
        var cells = new StageCell?[StageTimes.All.Count];
        foreach (var stage in StageTimes.All)
        {
            cells[IndexOf(stage)] = Uses(row.Id, own, party, stage) ? CellOf(row, own, party, stage, day) : null;
        }

        return new ChessTask(row.Id, row.Code, row.Title, row.Importance, row.State, row.Lead, cells, live);
    }

    // One text a task instead of three values a record: most of the time of a board went into handing over single values. A record in it is holder, stage and day; the day is cast, since not every
    // database is asked for its text otherwise.
    private static async Task<Dictionary<Guid, DateOnly?[]>> DaysAsync(YipanqiDb db, Guid[] tasks, DateOnly day, CancellationToken cancellation)
    {
        var texts = await db.Set<StageRecord>().Where(r => EF.Parameter(tasks).Contains(r.TaskId) && r.ReplacedUtc == null).GroupBy(r => r.TaskId)
            .Select(g => string.Join("", g.Select(r => r.HolderId.ToString() + ((int)r.Stage).ToString() + (string)(object)r.Day))).ToListAsync(cancellation);
        var days = new Dictionary<Guid, DateOnly?[]>();
        foreach (var text in texts)
        {
            for (var rest = text.AsSpan(); rest.Length > 0; rest = rest[RecordLength..])
            {
                var at = DateOnly.ParseExact(rest[(HolderLength + 1)..RecordLength], "yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (at <= day)
                {
                    ref var stages = ref CollectionsMarshal.GetValueRefOrAddDefault(days, Guid.ParseExact(rest[..HolderLength], "D"), out _);
                    (stages ??= new DateOnly?[StageTimes.All.Count])[rest[HolderLength] - '1'] = at;
                }
            }
        }

        return days;
    }

    // 考核 is a stage of those tasks alone for which a day was set or a record made.
    private bool Uses(Guid task, DateOnly?[]? own, DateOnly?[]?[] party, TaskStage stage) =>
        stage != TaskStage.Assess || plans.ContainsKey((task, stage)) || own?[IndexOf(stage)] is not null || Array.Exists(party, p => p?[IndexOf(stage)] is not null);

    private StageCell CellOf(ChessboardRow row, DateOnly?[]? own, DateOnly?[]?[] party, TaskStage stage, DateOnly day)
    {
        var due = plans.TryGetValue((row.Id, stage), out var set) ? set : StageTimes.DueDay(row.StartDay, row.DueDay, stage);
        return StageCells.Of(stage, own?[IndexOf(stage)], Array.ConvertAll(party, p => p?[IndexOf(stage)]), due, day);
    }

    private static int IndexOf(TaskStage stage) => (int)stage - 1;
}
