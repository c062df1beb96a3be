using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures.Import;

/// <summary>Lists of Party measures and activities: plans of the year, lists of brands and projects, as they were kept.</summary>
public sealed class MeasureImport(TimeProvider clock) : IImportTarget
{
    internal const string FromParameter = "default_from";

    public string Code => "measures";

    public string Title => "党建举措";

    public string Description => "党建举措和活动清单：编号、名称、类别、做什么、党组织。按编号认出已有的举措，空着的格不改动已有内容；平台上没有的党组织待认领。";

    public Permission Permission => Permission.ManageFusion;

    public (string Action, string SubjectType) Journal => ("measure.imported", nameof(PartyMeasure));

    public Task<IReadOnlyList<ImportParameter>> ParametersAsync(YipanqiDb db, Actor actor, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ImportParameter>>(
        [new(FromParameter, "从哪天起", true, "文件里没写“开始日期”的，新增的举措按这一天。", DayText.Write(new DateOnly(ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime).Year, 1, 1)))]);

    public Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) => Task.FromResult(MeasureFields.All);

    public Task<IReadOnlyList<Refusal>> CheckAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Refusal>>(
        FromOf(parameters) is null ? [new Refusal("measure.from", FromParameter, "从哪天起要填日期，如 2026-01-01。")] : []);

    public async Task<ImportPreview> PreviewAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var plan = await MeasurePlan.MakeAsync(db, actor, rows, FromOf(parameters)!.Value, cancellation);
        return new ImportPreview([.. plan.Rows.Select(r => r.ToPreview())]);
    }

    public async Task<ImportResult> CommitAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var plan = await MeasurePlan.MakeAsync(db, actor, rows, FromOf(parameters)!.Value, cancellation);
        var ids = plan.Rows.Select(r => r.Unit).OfType<Guid>().Distinct().ToArray();
        var units = await db.Set<Unit>().Where(u => EF.Parameter(ids).Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellation);
        var changed = plan.Rows.Where(r => r.Change != RowChange.Unchanged).ToList();
        var isUnassigned = false;
        foreach (var row in changed)
        {
            var measure = row.Existing ?? db.Add(PartyMeasure.New(db.TenantId, row.Code, row.Facts)).Entity;
            measure.Describe(row.Facts);
            measure.NameUnit(row.UnitText);
            if (row.Unit is { } unit)
            {
                measure.Assign(units[unit]);
            }

            isUnassigned |= measure.UnitId is null;
        }

        var added = changed.Count(r => r.Existing is null);
        return new ImportResult(
            added, changed.Count - added, plan.Rows.Count - changed.Count, [.. changed.Select(r => r.Code)], isUnassigned ? $"{MeasureLinks.List}?state={MeasureFilter.Unassigned}" : MeasureLinks.List);
    }

    private static DateOnly? FromOf(ImportParameters parameters) =>
        DayText.TryRead(parameters[FromParameter], out var day) && day >= MeasureText.Earliest && day <= MeasureText.Latest ? day : null;
}
