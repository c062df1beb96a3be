using System.Globalization;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>The arrangement of a whole year from the State Council's notice: its days off and make-up days.</summary>
public sealed class CalendarImport : IImportTarget
{
    internal const string YearParameter = "year";
    internal const string SourceParameter = "source";

    public string Code => "calendar";

    public string Title => "工作日历";

    public string Description => "国务院办公厅节假日安排通知里一年的放假日和调休上班日。导入后代替这一年原来的安排；个别改过的日子仍以改动为准。";

    public Permission Permission => Permission.ManageCalendar;

    public (string Action, string SubjectType) Journal => ("calendar.imported", nameof(CalendarYear));

    public Task<IReadOnlyList<ImportParameter>> ParametersAsync(YipanqiDb db, Actor actor, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ImportParameter>>(
        [
            new(YearParameter, "年度", true, "通知安排的是哪一年，填四位数字。"),
            new(SourceParameter, "通知文号或网址", true, "写在日历上，供人核对。"),
        ]);

    public Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) => Task.FromResult(CalendarFields.All);

    public Task<IReadOnlyList<Refusal>> CheckAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (!CalendarAccess.MayManage(actor))
        {
            refusals.Add(CalendarAccess.Forbidden);
        }

        if (YearOf(parameters) is not (>= CalendarQuery.FirstYear and <= CalendarQuery.LastYear))
        {
            refusals.Add(new Refusal("calendar.year", YearParameter, $"年度要填 {CalendarQuery.FirstYear} 到 {CalendarQuery.LastYear} 的四位数字，例如 2027。"));
        }

        if (CellText.Trim(parameters[SourceParameter]).Length is 0 or > CalendarYear.SourceLength)
        {
            refusals.Add(new Refusal("calendar.source", SourceParameter, $"请填通知的文号或网址，{CalendarYear.SourceLength} 字以内。"));
        }

        return Task.FromResult<IReadOnlyList<Refusal>>(refusals);
    }

    public async Task<ImportPreview> PreviewAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var plan = CalendarPlan.Of(await KnownDays.ReadAsync(db, YearOf(parameters), cancellation), rows, YearOf(parameters));
        return new ImportPreview([.. plan.Rows.Select(row => row.Preview)]);
    }

    public async Task<ImportResult> CommitAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var known = await KnownDays.ReadAsync(db, YearOf(parameters), cancellation);
        var plan = CalendarPlan.Of(known, rows, YearOf(parameters));
        return plan.WriteTo(db, known, CellText.Trim(parameters[SourceParameter]));
    }

    private static int YearOf(ImportParameters parameters) =>
        int.TryParse(CellText.Trim(parameters[YearParameter]), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;
}
