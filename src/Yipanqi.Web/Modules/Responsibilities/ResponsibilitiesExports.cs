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
        routes.MapGet("/duties/lists/export", ListsAsync);
        routes.MapGet("/duties/lists/{id:guid}/export", ListAsync);
        routes.MapGet("/duties/lists/{id:guid}/changes/export", ChangesAsync);
        routes.MapGet(BurdenLinks.Page + "/export", BurdenAsync);
        routes.MapGet("/duties/accept/export", WaitingAsync);
        routes.MapGet("/duties/coverage/export", CoverageAsync);
        routes.MapGet("/duties/transmission/export", TransmissionAsync);
        routes.MapGet("/duties/{id:guid}/evidence/{evidence:guid}", EvidenceAsync);
    }

    [Needs(Permission.ViewDuties)]
    private static async Task<IResult> ObligationsAsync(HttpContext http, ObligationsQuery obligations, T T, string? format, CancellationToken cancellation)
    {
        var filter = ObligationFilter.Read(name => http.Request.Query[name]);
        return Written(T, T["履责台账"], format, await obligations.ExportAsync(http.Actor(), filter, cancellation));
    }

    [Needs(Permission.AcceptDuties)]
    private static async Task<IResult> WaitingAsync(HttpContext http, ObligationsQuery obligations, T T, string? format, CancellationToken cancellation) =>
        Written(T, T["待认定、待答复"], format, await obligations.WaitingAsync(http.Actor(), cancellation));

    private static IResult Written(T T, string name, string? format, IEnumerable<ObligationLine> lines)
    {
        TableColumn[] columns =
        [
            new(T["编码"], Column), new(T["责任"], WideColumn), new(T["层级"], Column), new(T["单位"], WideColumn), new(T["责任岗位"], Column), new(T["周期"], Column), new(T["发生的事"], WideColumn), new(T["到期"], Column), new(T["暂定"], Column),
            new(T["状态"], Column), new(T["办结"], Column),
        ];
        return TableDownload.Of(format, name, columns, lines.Select(l => (IReadOnlyList<TableCell>)
        [
            l.DutyCode, l.Wording, T[DutyWords.Of(l.Level)], l.Unit, l.Holder.Length > 0 ? l.Holder : l.PostTitle, DutyPeriod.Write(T, l.PeriodKey), l.EventText, l.DueDay.ToString("yyyy-MM-dd"), l.IsProvisional ? T["是"] : "",
            T[DutyWords.Of(l.State, l.IsComputed)], l.DoneDay?.ToString("yyyy-MM-dd") ?? "",
        ]));
    }

    // A row for each duty at the top and each level below it that has one.
    [Needs(Permission.ViewDuties)]
    private static async Task<IResult> CoverageAsync(HttpContext http, CascadeQuery cascade, T T, string? format, string? quarter, CancellationToken cancellation)
    {
        TableColumn[] columns =
        [
            new(T["编码"], Column), new(T["最上一级的责任"], WideColumn), new(T["层级"], Column), new(T["承接的责任"], WideColumn), new(T["办到哪一步"], Column), new(T["到期"], Column), new(T["领受"], Column), new(T["办结"], Column), new(T["认定"], Column),
        ];
        var span = CascadeQuery.Span.Read(quarter, cascade.Today);
        var coverage = await cascade.CoverageAsync(http.Actor(), span, Picked.From(name => http.Request.Query[name], "unit"), cancellation);
        return TableDownload.Of(format, T["逐级承接"] + span.Quarter + coverage.Unit?.Name, columns, coverage.Rows.SelectMany(r => r.Cells.Where(c => c.Duties.Count > 0).Select(c => (IReadOnlyList<TableCell>)
        [
            r.Duty.Code, r.Duty.Wording, T[DutyWords.Of(c.Level)], string.Join(T["、"], c.Duties.Select(d => d.Code)), T[DutyWords.Of(c.Gap)], c.Count.All, c.Count.Adopted, c.Count.Done, c.Count.Accepted,
        ])));
    }

    [Needs(Permission.ViewDuties)]
    private static async Task<IResult> TransmissionAsync(HttpContext http, CascadeQuery cascade, T T, string? format, string? quarter, CancellationToken cancellation)
    {
        TableColumn[] columns = [new(T["层级"], Column), new(T["到期"], Column), new(T["按期认定"], Column), new(T["按期率"], Column), new(T["与上一级之比"], Column)];
        var span = CascadeQuery.Span.Read(quarter, cascade.Today);
        var chain = await cascade.TransmissionAsync(http.Actor(), span, Picked.From(name => http.Request.Query[name], "unit"), cancellation);
        return TableDownload.Of(format, T["压力传导"] + span.Quarter + chain.Unit?.Name, columns, chain.Levels.Select((level, i) => (IReadOnlyList<TableCell>)
        [
            T[DutyWords.Of(level)], chain.Counts[i].Due, chain.Counts[i].OnTime, chain.Counts[i].Rate is { } rate ? Figures.Percent(rate) : "", i > 0 && chain.Hops[i - 1] is { } hop ? hop.ToString("0.00") : "",
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
    private static async Task<IResult> ListsAsync(HttpContext http, ListsQuery lists, T T, string? format, CancellationToken cancellation)
    {
        TableColumn[] columns = [new(T["编码"], Column), new(T["清单"], WideColumn), new(T["版本"], Column), new(T["状态"], Column), new(T["现行"], Column), new(T["责任"], Column), new(T["施行"], Column)];
        var lines = await lists.AllAsync(http.Actor(), cancellation);
        return TableDownload.Of(format, T["责任清单"], columns, lines.Select(l => (IReadOnlyList<TableCell>)
            [l.Code, l.Name, l.Number, T[DutyWords.Of(l.State)], l.IsInForce ? T["是"] : "", l.Duties, l.EffectiveDay?.ToString("yyyy-MM-dd") ?? ""]));
    }

    [Needs(Permission.ViewDuties)]
    private static async Task<IResult> ChangesAsync(Guid id, string? with, HttpContext http, ListsQuery lists, T T, string? format, CancellationToken cancellation)
    {
        if (await lists.ChangesAsync(http.Actor(), id, with, cancellation) is not { } compared)
        {
            return Results.NotFound();
        }

        TableColumn[] columns = [new(T["责任"], Column), new(T["改动"], Column), new(T["原来"], WideColumn), new(T["现在"], WideColumn)];
        return TableDownload.Of(format, T["{0}：第 {1} 版对第 {2} 版", compared.List.Name, compared.List.Number, compared.Before], columns, compared.Changes.SelectMany(c => c.Fields.Count == 0
            ? [(IReadOnlyList<TableCell>)[c.Code, c.Before is null ? T["新增"] : T["删去"], c.Before?.Wording ?? "", c.After?.Wording ?? ""]]
            : c.Fields.Select(f => (IReadOnlyList<TableCell>)[c.Code, T[f.Label], f.Before, f.After])));
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
