using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Shell.Tables;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What is handed out as a file: the list of obligations, a list of duties as its import reads it, a file that proves something.</summary>
public static class ResponsibilitiesExports
{
    private const int WideColumn = 40;
    private const int Column = 16;

    public static void MapResponsibilities(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/duties/export", ObligationsAsync);
        routes.MapGet("/duties/lists/{id:guid}/export", ListAsync);
        routes.MapGet(BurdenLinks.Page + "/export", BurdenAsync);
        routes.MapGet("/duties/{id:guid}/evidence/{evidence:guid}", EvidenceAsync);
    }

    [Needs(Permission.ViewDuties)]
    private static async Task<IResult> ObligationsAsync(HttpContext http, ObligationsQuery obligations, T T, string? format, CancellationToken cancellation)
    {
        TableColumn[] columns =
        [
            new(T["编码"], Column), new(T["责任"], WideColumn), new(T["层级"], Column), new(T["单位"], WideColumn), new(T["责任岗位"], Column), new(T["周期"], Column), new(T["发生的事"], WideColumn), new(T["到期"], Column), new(T["暂定"], Column),
            new(T["状态"], Column), new(T["办结"], Column),
        ];
        var filter = ObligationFilter.Read(name => http.Request.Query[name]);
        var lines = await obligations.ExportAsync(http.Actor(), filter, cancellation);
        return TableDownload.Of(format, T["履责台账"], columns, lines.Select(l => (IReadOnlyList<TableCell>)
        [
            l.DutyCode, l.Wording, T[DutyWords.Of(l.Level)], l.Unit, l.Holder.Length > 0 ? l.Holder : l.PostTitle, DutyPeriod.Write(T, l.PeriodKey), l.EventText, l.DueDay.ToString("yyyy-MM-dd"), l.IsProvisional ? T["是"] : "",
            T[DutyWords.Of(l.State, l.IsComputed)], l.DoneDay?.ToString("yyyy-MM-dd") ?? "",
        ]));
    }

    // In the order and the words of the import: what was exported can be imported again and changes nothing.
    [Needs(Permission.ViewDuties)]
    private static async Task<IResult> ListAsync(Guid id, HttpContext http, ListsQuery lists, string? format, CancellationToken cancellation)
    {
        if (await lists.FindAsync(http.Actor(), id, cancellation) is not { } list)
        {
            return Results.NotFound();
        }

        var columns = DutyText.Fields.Select(f => new TableColumn(f.Label, f.Length == DutyText.LongLength ? WideColumn : Column)).ToList();
        return TableDownload.Of(format, list.Name, columns, list.Duties.Select(DutyText.Write).Select(d => (IReadOnlyList<TableCell>)[.. DutyText.Fields.Select(f => (TableCell)d[f.Field])]));
    }

    [Needs(Permission.ViewDuties)]
    private static async Task<IResult> BurdenAsync(HttpContext http, BurdenQuery burden, T T, string? format, CancellationToken cancellation)
    {
        TableColumn[] columns =
        [
            new(T["编码"], Column), new(T["责任"], WideColumn), new(T["清单"], WideColumn), new(T["层级"], Column), new(T["取数来源"], Column), new(T["每次分钟"], Column), new(T["一年次数"], Column),
            new(T["每个一年小时"], Column), new(T["单位或人数"], Column), new(T["合计小时"], Column),
        ];
        var view = await burden.FindAsync(http.Actor(), BurdenQuery.Input.Read(name => http.Request.Query[name]), cancellation);
        return TableDownload.Of(format, T["基层负担"] + view.Year, columns, view.Lines.Select(l => (IReadOnlyList<TableCell>)
        [
            l.Duty.Code, l.Duty.Wording, l.ListName, T[DutyWords.Of(l.Duty.Level)], l.Duty.ComputedFrom, l.Duty.Minutes, l.TimesAYear, l.EachHours, l.Holders, l.Hours,
        ]));
    }

    [Needs(Permission.ViewDuties)]
    private static async Task<IResult> EvidenceAsync(Guid id, Guid evidence, HttpContext http, ObligationsQuery obligations, CancellationToken cancellation) =>
        await obligations.FileAsync(http.Actor(), id, evidence, cancellation) is { } file ? Results.File(file.Content, "application/octet-stream", file.Name) : Results.NotFound();
}
