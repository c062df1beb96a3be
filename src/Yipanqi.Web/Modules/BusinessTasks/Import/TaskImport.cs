using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>Lists of key tasks: plans of the year, breakdowns of a work report, practical deeds, as they were printed.</summary>
public sealed class TaskImport(TimeProvider clock) : IImportTarget
{
    /// <summary>Code of the figure that a row's target makes.</summary>
    internal const string FigureCode = "DR01";

    internal const string YearParameter = "default_year";

    public string Code => "tasks";

    public string Title => "重点任务";

    public string Description => "年度重点任务清单：编号、任务、牵头单位、完成时限、目标值。按编号认出已有的任务，空着的格不改动已有内容；没有牵头单位的放进“待认领”名单，没有时限的按年底推定。";

    public Permission Permission => Permission.ManageTasks;

    public (string Action, string SubjectType) Journal => ("task.imported", nameof(BusinessTask));

    public Task<IReadOnlyList<ImportParameter>> ParametersAsync(YipanqiDb db, Actor actor, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ImportParameter>>([new(YearParameter, "计划年度", true, "文件里没写“计划年度”的，新增的任务按这一年。", $"{ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime).Year}")]);

    public Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) => Task.FromResult(TaskFields.All);

    public Task<IReadOnlyList<Refusal>> CheckAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Refusal>>(
        TaskText.TryReadYear(parameters[YearParameter], out _) ? [] : [new Refusal("task.year", YearParameter, $"计划年度要填 {TaskText.FirstYear} 到 {TaskText.LastYear} 的年份，如 2026。")]);

    public async Task<ImportPreview> PreviewAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var plan = await TaskPlan.MakeAsync(db, actor, rows, parameters, cancellation);
        return new ImportPreview([.. plan.Rows.Select(r => r.ToPreview())]);
    }

    public async Task<ImportResult> CommitAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var plan = await TaskPlan.MakeAsync(db, actor, rows, parameters, cancellation);
        var ids = plan.Rows.Select(r => r.Lead?.Id).OfType<Guid>().Distinct().ToArray();
        var leads = await db.Set<Unit>().Where(u => EF.Parameter(ids).Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellation);
        return await TaskWriter.WriteAsync(db, plan, leads, clock.GetUtcNow().UtcDateTime, cancellation);
    }
}
