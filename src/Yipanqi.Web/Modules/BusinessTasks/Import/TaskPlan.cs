using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>What a file of key tasks means: each row understood, checked and compared with what is known. Preview and import make the same plan.</summary>
internal sealed class TaskPlan
{
    private readonly bool mayLeaveUnclaimed;
    private readonly string defaultYear;

    private TaskPlan(KnownTasks known, Actor actor, string defaultYear, IReadOnlyList<PlannedTask> rows) =>
        (Known, mayLeaveUnclaimed, this.defaultYear, Rows) = (known, actor.SeesUnclaimed(), defaultYear, rows);

    public KnownTasks Known { get; }

    public IReadOnlyList<PlannedTask> Rows { get; }

    public static async Task<TaskPlan> MakeAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var known = await KnownTasks.LoadAsync(db, actor, rows, cancellation);
        var plan = new TaskPlan(known, actor, parameters[TaskImport.YearParameter], [.. rows.Select(r => new PlannedTask(r))]);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var task in plan.Rows)
        {
            plan.Recognise(task, first);
            plan.ReadFacts(task);
            plan.ReadLead(task);
            plan.ReadPartners(task);
            ReadFigure(task);
            plan.ReadSteps(task);
            TaskDifferences.Compare(known, task);
        }

        return plan;
    }

    private void Recognise(PlannedTask task, Dictionary<string, int> first)
    {
        task.Wrong(TaskFields.Code, task.Code.Length == 0 ? "编号没有填。" : TaskText.CodeFault(task.Code));
        if (task.Code.Length > 0 && !first.TryAdd(task.Code, task.Row.Number))
        {
            task.Wrong(TaskFields.Code, $"编号 {task.Code} 和第 {first[task.Code]} 行重复。请改一个，或只留一行。");
        }

        if (Known.ByCode(task.Code) is not { } existing)
        {
            return;
        }

        task.Existing = existing;
        task.Wrong(TaskFields.Code, Known.IsMine(existing) ? null : $"编号 {task.Code} 已用于您管理范围以外的任务。请换一个编号。");
        var kept = existing.State != TaskState.Active ? $"这项任务{TaskWords.Of(existing.State)}，导入不改动它。" : existing.SourceSystem is { } system ? $"这项任务由“{system}”自动带入，导入不改动它。" : null;
        task.IsKept = kept is not null;
        if (kept is not null && Known.IsMine(existing))
        {
            task.Odd(TaskFields.Code, kept);
        }
    }

    // An empty cell leaves what is known.
    private void ReadFacts(PlannedTask task)
    {
        var (row, known) = (task.Row, task.Existing?.Facts);
        var yearText = Or(row[TaskFields.Year], known is null ? defaultYear : $"{known.PlanYear}");
        if (!DeadlineText.TryRead(row[TaskFields.Deadline], TaskText.TryReadYear(yearText, out var year) ? year : DateOnly.MinValue.Year, out var due))
        {
            task.Wrong(TaskFields.Deadline, $"“{row[TaskFields.Deadline]}”读不懂。请写成 2026-12-31、6月底前的样子；没有时限的空着。");
        }

        // A deadline that somebody told is not given up for one that is only derived.
        due ??= known is { IsDueDerived: false } ? known.DueDay : null;
        var start = Or(row[TaskFields.Start], known is null || known.StartDay == TaskFacts.YearStart(known.PlanYear) ? "" : known.StartDay.ToString("yyyy-MM-dd"));
        var read = TaskText.Read(new TaskValues(
            yearText, Or(row[TaskFields.Title], known?.Title), Or(row[TaskFields.Content], known?.Content), Or(row[TaskFields.Importance], known is null ? "" : TaskWords.Of(known.Importance)),
            Or(row[TaskFields.Document], known?.SourceDocument), start, due?.ToString("yyyy-MM-dd") ?? "", Or(row[TaskFields.Note], known?.Note), row[TaskFields.Partners]));
        foreach (var refusal in read.Refusals)
        {
            task.Wrong(FieldOf(refusal.Field), refusal.Message);
        }

        task.Facts = read.IsDone ? read.Value : known ?? new TaskFacts(0, "", "", TaskImportance.Normal, "", default, default, true, "");
    }

    // Who leads by the file counts where the file says something new; whom people have given the task to since, keeps it.
    private void ReadLead(PlannedTask task)
    {
        var (text, known) = (task.Row[TaskFields.Lead], task.Existing);
        task.LeadText = Or(text, known?.LeadText);
        task.Wrong(TaskFields.Lead, TaskText.TooLong("牵头单位", text, BusinessTask.LeadTextLength));
        if (task.IsKept || (known?.LeadUnitId is not null && (text.Length == 0 || text == known.LeadText)))
        {
            return;
        }

        var found = text.Length == 0 ? [] : Known.Units.Find(text);
        if (known?.LeadUnitId is { } leads && found is [var same] && same.Id == leads)
        {
            task.LeadText = known.LeadText;
            return;
        }

        task.Lead = found is [{ MayLead: true } one] ? one : null;
        if (task.Lead is not null || known?.LeadUnitId is not null)
        {
            return;
        }

        var why = text.Length == 0 ? "没有写牵头单位" : found.Count > 1 ? $"有 {found.Count} 个单位叫“{text}”" : $"您管理的范围里没有“{text}”";
        if (mayLeaveUnclaimed)
        {
            task.Odd(TaskFields.Lead, $"{why}。导入后这项任务在“待认领”名单里。");
        }
        else
        {
            task.Wrong(TaskFields.Lead, $"{why}。请填您管理范围里行政单位的编码或名称。");
        }
    }

    private void ReadPartners(PlannedTask task)
    {
        var text = task.Row[TaskFields.Partners];
        task.PartnerText = Or(text, task.Existing?.PartnerText);
        var lead = task.Lead?.Id ?? task.Existing?.LeadUnitId;
        task.Partners = text.Length == 0 || text == task.Existing?.PartnerText ? null
            : [.. TaskText.Names(text).Select(Known.Units.Find).Where(u => u.Count == 1).Select(u => u[0].Id).Where(id => id != lead).Distinct()];
    }

    private static void ReadFigure(PlannedTask task)
    {
        var row = task.Row;
        if (row[TaskFields.Target].Length == 0)
        {
            return;
        }

        var name = Or(row[TaskFields.FigureName], task.Facts.Title.Length > KeyFigure.NameLength ? task.Facts.Title[..KeyFigure.NameLength] : task.Facts.Title);
        var direction = FigureWords.DirectionOf(row[TaskFields.Direction]);
        task.Wrong(TaskFields.FigureName, TaskText.TooLong("指标", name, KeyFigure.NameLength));
        task.Wrong(TaskFields.Unit, TaskText.TooLong("计量单位", row[TaskFields.Unit], KeyFigure.UnitLength));
        task.Wrong(TaskFields.Direction, direction is null ? $"“{row[TaskFields.Direction]}”读不懂。请填“越高越好”或“越低越好”。" : null);
        task.Wrong(TaskFields.Target, FigureWords.TryRead(row[TaskFields.Target], out var target) ? null : $"“{row[TaskFields.Target]}”不是一个数。请填如 92 或 4.5。");
        task.Figure = new FigureFacts(name, row[TaskFields.Unit], direction ?? FigureDirection.Benefit, target, task.Facts.DueDay);
    }

    private void ReadSteps(PlannedTask task)
    {
        var text = task.Row[TaskFields.Steps];
        if (text.Length == 0)
        {
            return;
        }

        IEnumerable<Milestone> known = task.Existing is { } existing ? Known.StepsOf(existing) : [];
        task.Steps = PlannedSteps.Of(StepsText.Read(text, task.Facts.PlanYear, out var fault), known);
        task.Wrong(TaskFields.Steps, fault ?? (known.Count() + task.Steps.Added.Count > Milestone.MostOfTask ? $"一项任务最多 {Milestone.MostOfTask} 个节点。请合并，或分成几项任务。" : null));
    }

    private static string FieldOf(string field) => field switch
    {
        nameof(TaskValues.PlanYear) => TaskFields.Year,
        nameof(TaskValues.Title) => TaskFields.Title,
        nameof(TaskValues.Content) => TaskFields.Content,
        nameof(TaskValues.Importance) => TaskFields.Importance,
        nameof(TaskValues.SourceDocument) => TaskFields.Document,
        nameof(TaskValues.StartDay) => TaskFields.Start,
        nameof(TaskValues.DueDay) => TaskFields.Deadline,
        nameof(TaskValues.Partners) => TaskFields.Partners,
        _ => TaskFields.Note,
    };

    private static string Or(string told, string? known) => told.Length > 0 ? told : known ?? "";
}
