using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Files.Imports;

/// <summary>A row of the file beside what would become of it, for the page and the annotated copy.</summary>
public sealed record CheckLine(SheetRow Row, PreviewRow Preview)
{
    public static IEnumerable<CheckLine> Of(CheckedDraft draft) => draft.Table.Rows.Zip(draft.Preview.Rows, (row, preview) => new CheckLine(row, preview));

    public ImportFault? FaultAt(int column)
    {
        var letter = ColumnLetter.Of(column);
        return Preview.Faults.Where(f => f.Column == letter).OrderByDescending(f => f.IsFault).FirstOrDefault();
    }

    /// <summary>The remark as it is read: with the letter of its column.</summary>
    public static string Sentence(ImportFault fault) => fault.Column.Length == 0 ? fault.Message : $"{fault.Column} 列：{fault.Message}";
}
