using System.Security.Cryptography;
using System.Text;
using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Files.Imports;

/// <summary>The table of a draft: where its heads stand, its columns, and the rows below.</summary>
public sealed class DraftTable
{
    /// <summary>Head of the column that the annotated copy adds; left out when the copy is uploaded again.</summary>
    public const string RemarkHead = "哪里不对，怎么改";

    private const int HeadSearchRows = 20;

    private DraftTable(Sheet sheet, int headIndex)
    {
        Sheet = sheet;
        HeadRow = sheet.Rows[headIndex].Number;
        Rows = [.. sheet.Rows.Skip(headIndex + 1)];
        Columns = ColumnsOf(sheet.Rows[headIndex], Rows);
    }

    public Sheet Sheet { get; }

    /// <summary>Row number of the heads.</summary>
    public int HeadRow { get; }

    public IReadOnlyList<DraftColumn> Columns { get; }

    /// <summary>The rows below the heads.</summary>
    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>The same for all tables with the same heads, whatever their order.</summary>
    public string HeadsKey =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Columns.Select(c => c.Key).Order(StringComparer.Ordinal)))));

    /// <summary>The table with its heads in this row; the nearest row with content where that one is empty.</summary>
    public static DraftTable At(Sheet sheet, int headRow)
    {
        var index = sheet.Rows.TakeWhile(r => r.Number < headRow).Count();
        return new DraftTable(sheet, Math.Min(index, sheet.Rows.Count - 1));
    }

    /// <summary>The table with its heads in the row, among the first twenty, that names the most fields; else the first with two texts.</summary>
    public static DraftTable Guess(Sheet sheet, IReadOnlyList<ImportField> fields)
    {
        var known = fields.SelectMany(ColumnGuess.KeysOf).ToHashSet(StringComparer.Ordinal);
        var heads = sheet.Rows.Take(HeadSearchRows).Select(r => r.Cells.Select(CellText.HeadKey).Distinct().Count(known.Contains)).ToList();
        var best = heads.Max() > 0 ? heads.IndexOf(heads.Max()) : sheet.Rows.ToList().FindIndex(r => r.Cells.Count(c => c.Length > 0) > 1);
        return new DraftTable(sheet, Math.Max(0, best));
    }

    private static List<DraftColumn> ColumnsOf(SheetRow head, IReadOnlyList<SheetRow> rows)
    {
        var columns = new List<DraftColumn>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var width = Math.Max(head.Cells.Count, rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Count));
        for (var i = 0; i < width; i++)
        {
            var text = CellText.Trim(head[i]).ReplaceLineEndings(" ");
            if (text == RemarkHead || (text.Length == 0 && rows.All(r => r[i].Length == 0)))
            {
                continue;
            }

            var key = text.Length == 0 ? "#" + ColumnLetter.Of(i) : CellText.HeadKey(text);
            seen[key] = seen.GetValueOrDefault(key) + 1;
            columns.Add(new DraftColumn(i, text, seen[key] == 1 ? key : $"{key}#{seen[key]}"));
        }

        return columns;
    }
}
