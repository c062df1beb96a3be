using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Yipanqi.Web.Files.Tables;

/// <summary>A workbook of one sheet, streamed: bold head that stays in sight, column widths, numbers as numbers, text as text and never as a formula.</summary>
public static class XlsxWriter
{
    private const uint HeadStyle = 1;
    private const uint TextStyle = 2;

    public static void Write(Stream stream, string sheetName, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<TableCell>> rows)
    {
        // The package needs a stream it can seek in; a response cannot.
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            AddStyles(workbook);
            var part = workbook.AddNewPart<WorksheetPart>();
            WriteSheet(part, columns, rows);
            workbook.Workbook = new Workbook(new Sheets(
                new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = SheetName(sheetName), SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        }

        memory.WriteTo(stream);
    }

    private static void WriteSheet(WorksheetPart part, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<TableCell>> rows)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        var number = 1;
        WriteRow(writer, number, columns.Select(c => (TableCell)c.Head), HeadStyle);
        foreach (var row in rows)
        {
            WriteRow(writer, ++number, row, TextStyle);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IEnumerable<TableCell> cells, uint textStyle)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        var column = 0;
        foreach (var cell in cells)
        {
            var reference = ColumnLetter.Of(column++) + number.ToString(CultureInfo.InvariantCulture);
            if (cell.Number is not null)
            {
                writer.WriteElement(new Cell(new CellValue(cell.ToString())) { CellReference = reference });
            }
            else if (cell.ToString() is { Length: > 0 } text)
            {
                var inline = new InlineString(new Text(XlsxText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve });
                writer.WriteElement(new Cell(inline) { CellReference = reference, DataType = CellValues.InlineString, StyleIndex = textStyle });
            }
        }

        writer.WriteEndElement();
    }

    // Style 2 is the format "text": a code such as 0012 stays what it is when the person edits the cell.
    private static void AddStyles(WorkbookPart workbook) =>
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }));

    private static string SheetName(string name)
    {
        var clean = new string([.. name.Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? ' ' : c)]).Trim();
        return clean.Length is 0 ? "表" : clean[..Math.Min(clean.Length, 31)];
    }
}
