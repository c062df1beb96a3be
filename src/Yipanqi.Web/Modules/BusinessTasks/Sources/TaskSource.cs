using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Posts;

namespace Yipanqi.Web.Modules.BusinessTasks.Sources;

/// <summary>E1.1 to E1.3, E3.1 and C3.1 from key tasks, their milestones, figures and posts. See docs/methods/task-figures.md.</summary>
public sealed class TaskSource : RecordSource
{
    public override string Name => "重点任务";

    public override IReadOnlySet<string> Items { get; } = new HashSet<string> { "E1.1", "E1.2", "E1.3", "E3.1", "C3.1" };

    public override IReadOnlySet<string> Subjects { get; } = new HashSet<string> { nameof(BusinessTask), nameof(Milestone), nameof(KeyFigure), nameof(KeyPost), nameof(FusionPoint) };

    protected override Permission Permission => Permission.ViewTasks;

    public override Task<bool> IsInUseAsync(YipanqiDb db, CancellationToken cancellation) => db.Set<BusinessTask>().AnyAsync(cancellation);

    protected override async Task<IReadOnlyList<CountedRecord>> CountAsync(YipanqiDb db, SourcePeriod period, Guid[]? asked, CancellationToken cancellation)
    {
        var party = await LinkedUnits.PartyAsync(db, cancellation);
        var tasks = await TaskInWork.LoadAsync(TaskInWork.Of(db, party, asked), period, cancellation);
        var steps = await TaskStep.LoadAsync(db, tasks, cancellation);
        var due = TaskStep.DueIn(steps, period);
        return
        [
            .. due.Select(OnTime),
            .. steps.Where(s => s.IsOpenOn(period.AsOf) && s.Task.IsOpenOn(period.AsOf)).Select(s => Slip(s, period.AsOf)),
            .. await AttainedAsync(db, tasks, period, cancellation),
            .. (await TaskGain.LoadAsync(db, due, period, cancellation)).Select(Gain),
            .. await PostsAsync(db, party, [.. tasks.Where(t => t.IsInWorkFrom(period.Quarter.FirstDay))], period, cancellation),
        ];
    }

    private static CountedRecord OnTime(TaskStep step) => new(
        new(step.Task.LeadUnitId, "E1.1", step.IsOnTime ? step.Task.Weight : 0, step.Task.Weight) { SquaredWeights = step.Task.Weight * step.Task.Weight },
        step.Name, step.Task.Link, step.DueDay, step.IsOnTime, Done(step));

    private static CountedRecord Slip(TaskStep step, DateOnly asOf)
    {
        var slip = MilestoneSlip.Of(step.From, step.DueDay, asOf);
        return new(new(step.Task.LeadUnitId, "E1.2", slip, 1), step.Name, step.Task.Link, step.DueDay, null, slip > 0 ? $"逾期 {asOf.DayNumber - step.DueDay.DayNumber} 天，偏差 {slip:0.00}" : "未逾期，偏差 0");
    }

    private static async Task<IEnumerable<CountedRecord>> AttainedAsync(YipanqiDb db, List<TaskInWork> tasks, SourcePeriod period, CancellationToken cancellation)
    {
        var (first, day, ids) = (period.Quarter.FirstDay, period.AsOf, tasks.Select(t => t.Id).ToArray());
        var figures = await db.Set<KeyFigure>().Where(f => f.DueDay >= first && f.DueDay <= day && EF.Parameter(ids).Contains(f.TaskId)).ToListAsync(cancellation);
        var asked = figures.Select(f => f.Id).ToArray();
        var told = await db.Set<KeyFigureValue>().Where(v => v.Day <= day && EF.Parameter(asked).Contains(v.KeyFigureId)).Select(v => new { v.KeyFigureId, v.Day, v.AtUtc, v.Value }).ToListAsync(cancellation);
        var last = told.GroupBy(v => v.KeyFigureId).ToDictionary(g => g.Key, g => g.OrderBy(v => v.Day).ThenBy(v => v.AtUtc).Last().Value);
        var byId = tasks.ToDictionary(t => t.Id);
        return figures.OrderBy(f => byId[f.TaskId].Code, StringComparer.Ordinal).ThenBy(f => f.Code, StringComparer.Ordinal).Select(f =>
        {
            double? actual = last.TryGetValue(f.Id, out var value) ? value : null;
            var attained = KeyFigureAttainment.Of(actual, f.Target, f.Direction == FigureDirection.Cost);
            return new CountedRecord(
                new(byId[f.TaskId].LeadUnitId, "E1.3", attained, 1), $"{byId[f.TaskId].Name}：{f.Name}", byId[f.TaskId].Link, f.DueDay, null,
                actual is null ? "没有报实际值，计 0" : $"实际 {actual:0.####}，目标 {f.Target:0.####}，达成度 {attained:0.00}");
        });
    }

    private static CountedRecord Gain(TaskGain gain)
    {
        var met = gain.IsMet ? 1.0 : 0;
        return new(
            new(gain.Task.LeadUnitId, "E3.1", 0, 0) { Met = gain.IsLinked ? [met, 0] : [0, met], Due = gain.IsLinked ? [1, 0] : [0, 1] },
            gain.Task.Name, gain.Task.Link, gain.LastDue, gain.IsMet, gain.IsLinked ? "已融合" : "未融合");
    }

    private static async Task<IEnumerable<CountedRecord>> PostsAsync(YipanqiDb db, LinkedUnits party, List<TaskInWork> tasks, SourcePeriod period, CancellationToken cancellation)
    {
        var ids = tasks.Select(t => t.Id).ToArray();
        var named = (await db.Set<KeyPost>().Where(p => p.PersonId != null && EF.Parameter(ids).Contains(p.TaskId)).Select(p => p.TaskId).Distinct().ToListAsync(cancellation)).ToHashSet();
        return tasks.Select(t => (Task: t, Party: party.Of(t.LeadUnitId))).Where(p => p.Party is not null).Select(p => new CountedRecord(
            new(p.Party!.Value, "C3.1", named.Contains(p.Task.Id) ? 1 : 0, 1), p.Task.Name, p.Task.Link, period.AsOf, named.Contains(p.Task.Id),
            named.Contains(p.Task.Id) ? "关键岗位已明确党员" : "关键岗位没有明确党员"));
    }

    private static string Done(TaskStep step) => step.DoneDay is not { } done ? "到期未完成"
        : done <= step.DueDay ? $"{done:yyyy-MM-dd} 按期完成" : $"{done:yyyy-MM-dd} 完成，逾期 {done.DayNumber - step.DueDay.DayNumber} 天";
}
