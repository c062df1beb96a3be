using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Imports;

/// <summary>A draft read through its columns, with what would become of each row.</summary>
public sealed record CheckedDraft(
    DraftTable Table,
    IReadOnlyList<ImportField> Fields,
    IReadOnlyDictionary<string, int> Columns,
    IReadOnlyList<ImportRow> Rows,
    ImportPreview Preview)
{
    public static async Task<Outcome<CheckedDraft>> OfAsync(YipanqiDb db, DraftTables tables, Actor actor, ImportDraft draft, IImportTarget target, CancellationToken cancellation)
    {
        var read = tables.Read(draft);
        if (!read.IsDone)
        {
            return Outcome<CheckedDraft>.Refused(read.Refusals);
        }

        var parameters = ImportParameters.FromJson(draft.Parameters);
        var fields = await target.FieldsAsync(db, actor, parameters, cancellation);
        var columns = draft.ColumnsByField();
        if (read.Value.Rows.Count == 0 || fields.Any(f => f.Required && !columns.ContainsKey(f.Code)))
        {
            return new Refusal("import.not-mapped", "", "列还没有对应好。请先完成上一步。");
        }

        var rows = read.Value.Rows.Where(r => r.Fault.Length == 0).Select(r => new ImportRow(r, columns)).ToList();
        var preview = await target.PreviewAsync(db, actor, rows, parameters, cancellation);
        return new CheckedDraft(read.Value, fields, columns, rows, WithRowFaults(read.Value, preview));
    }

    private static PreviewRow InColumnOrder(PreviewRow row) => row.Faults.Count < 2
        ? row
        : row with { Faults = [.. row.Faults.OrderBy(f => f.Column.Length).ThenBy(f => f.Column, StringComparer.Ordinal)] };

    // Rows that could not be read as rows never reach the target; they are faults of the file.
    private static ImportPreview WithRowFaults(DraftTable table, ImportPreview preview)
    {
        var byNumber = preview.Rows.ToDictionary(r => r.Number);
        return new ImportPreview([.. table.Rows.Select(r => r.Fault.Length == 0
            ? InColumnOrder(byNumber[r.Number])
            : new PreviewRow(r.Number, RowChange.Unchanged, [new ImportFault(r.Number, "", "", r.Fault, IsFault: true)]))]);
    }
}
