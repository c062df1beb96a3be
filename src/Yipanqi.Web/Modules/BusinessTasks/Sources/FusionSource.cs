using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks.Chessboard;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Sources;

/// <summary>
/// A2.1 to A2.4 from the cells of the chessboard, for the Party organisation that answers for the leading unit, and A3.2 from ratings, for the one whose
/// measure it is. See docs/methods/task-figures.md.
/// </summary>
public sealed class FusionSource : RecordSource
{
    public override string Name => "结合点";

    public override IReadOnlySet<string> Items { get; } = new HashSet<string> { "A2.1", "A2.2", "A2.3", "A2.4", "A3.2" };

    public override IReadOnlySet<string> Subjects { get; } = new HashSet<string> { nameof(BusinessTask), nameof(FusionPoint), nameof(StageRecord), nameof(StagePlan) };

    protected override Permission Permission => Permission.ViewTasks;

    public override Task<bool> IsInUseAsync(YipanqiDb db, CancellationToken cancellation) => db.Set<BusinessTask>().AnyAsync(cancellation);

    protected override async Task<IReadOnlyList<CountedRecord>> CountAsync(YipanqiDb db, SourcePeriod period, Guid[]? asked, CancellationToken cancellation)
    {
        var party = await LinkedUnits.PartyAsync(db, cancellation);
        var tasks = (await TaskInWork.LoadAsync(TaskInWork.Of(db, party, asked), period, cancellation)).Where(t => t.IsInWorkFrom(period.Quarter.FirstDay)).ToList();
        var board = await ChessboardRecords.ReadAsync(db, [.. tasks.Select(t => t.Id)], period.AsOf, cancellation);
        var counted = new List<CountedRecord>();
        foreach (var task in tasks)
        {
            if (party.Of(task.LeadUnitId) is { } unit)
            {
                counted.AddRange(Of(task, board.ToTask(new(task.Id, task.Code, task.Title, task.Importance, TaskState.Active, task.StartDay, task.DueDay, ""), period.AsOf), unit, period));
            }
        }

        counted.AddRange(await RatedAsync(db, period, asked, cancellation));
        return counted;
    }

    private static IEnumerable<CountedRecord> Of(TaskInWork task, ChessTask cells, Guid unit, SourcePeriod period)
    {
        var isLinked = cells.Points.Count > 0;
        yield return new(
            new(unit, "A2.1", isLinked ? task.Weight : 0, task.Weight) { SquaredWeights = task.Weight * task.Weight }, task.Name, task.Link, period.AsOf, isLinked,
            isLinked ? $"有效结合点 {cells.Points.Count} 个" : "没有有效结合点");
        foreach (var (stage, cell) in cells.Stages.Where(s => isLinked && s.Cell.IsPassed))
        {
            if (stage is TaskStage.Plan or TaskStage.Deploy)
            {
                var isNear = cell.State == StageState.Joined && cell.LagDays <= StageTimes.WindowDays(stage);
                yield return new(new(unit, stage == TaskStage.Plan ? "A2.2" : "A2.3", isNear ? 1 : 0, 1), $"{task.Name}：{FusionWords.Of(stage)}", task.Link, DayOf(cell), isNear, Note(cell));
            }

            if (CountsLag(cell, period))
            {
                yield return new(new(unit, "A2.4", 0, 0) { Records = [cell.LagDays] }, $"{task.Name}：{FusionWords.Of(stage)}", task.Link, DayOf(cell), null, Note(cell));
            }
        }
    }

    private static async Task<IEnumerable<CountedRecord>> RatedAsync(YipanqiDb db, SourcePeriod period, Guid[]? asked, CancellationToken cancellation)
    {
        var (first, day, end) = (period.Quarter.FirstDay, period.AsOf, period.AsOf.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - ChinaTime.Offset);
        var rated = await (
            from point in asked is null ? db.Set<FusionPoint>() : db.Set<FusionPoint>().Where(p => EF.Parameter(asked).Contains(p.PartyUnitId))
            where point.Rating != null && point.RatedUtc < end && point.FromDay <= day && (point.EndedDay == null || point.EndedDay > first)
            join task in db.Set<BusinessTask>() on new { point.TenantId, Id = point.TaskId } equals new { task.TenantId, task.Id }
            orderby point.Id
            select new { point.PartyUnitId, point.Name, Rating = point.Rating!.Value, point.TaskId, task.Title, point.FromDay, point.RatingReason }).ToListAsync(cancellation);
        return rated.Select(r => new CountedRecord(
            new(r.PartyUnitId, "A3.2", r.Rating, 1) { Ratings = [.. Enumerable.Range(1, FusionPoint.BestRating).Select(step => step == r.Rating ? 1 : 0)] },
            $"{r.Name}：{r.Title}", "/tasks/" + r.TaskId, r.FromDay, null, $"评 {r.Rating} 分"));
    }

    // Passed in the quarter: both sides there, the later in it; or one side alone still, with its days up to the day looked at.
    private static bool CountsLag(StageCell cell, SourcePeriod period) => cell.State switch
    {
        StageState.Joined => DayOf(cell) >= period.Quarter.FirstDay,
        StageState.PartyMissing or StageState.BusinessMissing => true,
        _ => false,
    };

    private static DateOnly DayOf(StageCell cell) => (cell.BusinessDay, cell.PartyDay) switch
    {
        ({ } business, { } party) => business > party ? business : party,
        ({ } business, null) => business,
        (null, { } party) => party,
        _ => cell.LimitDay,
    };

    private static string Note(StageCell cell) => cell.State switch
    {
        StageState.Joined => $"双轨到位，相差 {cell.LagDays} 天",
        StageState.PartyMissing => $"缺党建，已 {cell.LagDays} 天",
        StageState.BusinessMissing => $"缺业务，已 {cell.LagDays} 天",
        _ => $"两轨均缺，逾期 {cell.LateDays} 天",
    };
}
