using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Files.Imports;

/// <summary>Downloads of the journey: the empty template and the annotated copy of a draft.</summary>
public static class ImportEndpoints
{
    private const int WideColumn = 24;
    private const int RemarkColumn = 60;

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/imports/{target}/template", TemplateAsync);
        routes.MapGet("/imports/{draft:guid}/annotated", AnnotatedAsync);
    }

    // Parameters travel in the query by their codes, since the columns may depend on them.
    private static async Task<IResult> TemplateAsync(HttpContext http, string target, string? format, StartQuery start, CancellationToken cancellation)
    {
        var values = new ImportParameters(http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()));
        if (await start.FindAsync(http.Actor(), target, values, cancellation) is not { } view)
        {
            return Results.NotFound();
        }

        var examples = view.Fields.Count == 0 ? 0 : view.Fields.Max(f => f.Examples.Count);
        var rows = Enumerable.Range(0, examples).Select(i => view.Fields.Select(f => (TableCell)f.Examples.ElementAtOrDefault(i)).ToList());
        return TableDownload.Of(format, view.Target.Title + "导入模板", [.. view.Fields.Select(f => new TableColumn(f.Label, WideColumn))], rows);
    }

    private static async Task<IResult> AnnotatedAsync(HttpContext http, Guid draft, CheckQuery check, CancellationToken cancellation)
    {
        if (await check.FindAsync(http.Actor(), draft, cancellation) is not { Checked.IsDone: true } view)
        {
            return Results.NotFound();
        }

        var columns = view.Checked.Value.Table.Columns;
        var rows = CheckLine.Of(view.Checked.Value).Select(line =>
            columns.Select(c => (TableCell)line.Row[c.Index]).Append(string.Join('\n', line.Preview.Faults.Select(Remark))).ToList());
        return TableDownload.Of(
            "xlsx",
            Path.GetFileNameWithoutExtension(view.Draft.FileName) + "-标注",
            [.. columns.Select(c => new TableColumn(c.Head, WideColumn)), new TableColumn(DraftTable.RemarkHead, RemarkColumn)],
            rows);

        // The letters are those of the copy: columns without content are not in it.
        string Remark(ImportFault fault)
        {
            var place = columns.ToList().FindIndex(c => c.Letter == fault.Column);
            var moved = place < 0 ? fault : fault with { Column = ColumnLetter.Of(place) };
            return (fault.IsFault ? "有误：" : "请核对：") + CheckLine.Sentence(moved);
        }
    }
}
