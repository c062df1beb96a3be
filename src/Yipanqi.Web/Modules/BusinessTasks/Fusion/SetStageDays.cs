using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Sets by when each stage of a task is due. A stage left empty follows from the task's own days; 考核 is used where it has a day.</summary>
public sealed class SetStageDays(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Seen">The days the person saw, as <see cref="Told"/> writes them.</param>
    /// <param name="Days">As typed, in the order of the stages; empty for none.</param>
    public sealed record Input(Guid TaskId, string Seen, IReadOnlyList<string> Days);

    public static string FieldOf(TaskStage stage) => $"Day{(int)stage}";

    /// <summary>All set days in one text, so that whoever saves second is told.</summary>
    public static string Told(IEnumerable<KeyValuePair<TaskStage, DateOnly>> days) => string.Join(' ', days.OrderBy(d => d.Key).Select(d => $"{(int)d.Key}:{DayText.Write(d.Value)}"));

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindTaskAsync(actor, input.TaskId, cancellation) is not { } task)
        {
            return TaskAccess.Absent;
        }

        var plans = await db.Set<StagePlan>().Where(p => p.TaskId == task.Id).ToListAsync(cancellation);
        if (Told(plans.Select(p => KeyValuePair.Create(p.Stage, p.DueDay))) != input.Seen)
        {
            return FusionAccess.Raced;
        }

        var days = StageTimes.All.Zip(input.Days, (stage, text) => (Stage: stage, Text: text, IsDay: DayText.TryRead(text, out var day), Day: day)).ToList();
        var refusals = days.Where(d => !d.IsDay).Select(d => new Refusal(FusionText.Code, FieldOf(d.Stage), "这不是日期。请写成 2026-07-01 的样子，或留空。"))
            .Concat(days.Where(d => d.Day is { } day && days.Exists(e => e.Stage < d.Stage && e.Day > day)).Select(d => new Refusal(FusionText.Code, FieldOf(d.Stage), "不能早于前面阶段的日期。"))).ToList();
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        foreach (var (stage, _, _, day) in days)
        {
            Set(db, task, plans.Find(p => p.Stage == stage), stage, day);
        }

        var detail = JsonSerializer.Serialize(new { days = days.Select(d => d.Day) });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "stage.planned", nameof(BusinessTask), task.Id, "", detail), cancellation);
        return task.Id;
    }

    private static void Set(YipanqiDb db, BusinessTask task, StagePlan? plan, TaskStage stage, DateOnly? day)
    {
        if (plan is null && day is { } first)
        {
            db.Add(StagePlan.Of(task, stage, first));
        }
        else if (plan is not null && day is { } other && other != plan.DueDay)
        {
            plan.Move(other);
        }
        else if (plan is not null && day is null)
        {
            db.Remove(plan);
        }
    }
}
