using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Yipanqi.Web.Shell.Documents;

namespace Yipanqi.Web.Files.Letters;

/// <summary>The parts of a letter as Word has them: paragraphs of named styles and tables whose head repeats on every page.</summary>
internal static class LetterParts
{
    public static IEnumerable<OpenXmlElement> Of(LetterBlock block)
    {
        switch (block)
        {
            case LetterBlock.Heading heading:
                yield return Paragraph(heading.Level == 1 ? LetterStyles.HeadingOne : LetterStyles.HeadingTwo, heading.Text);
                break;
            case LetterBlock.Paragraph paragraph:
                yield return Paragraph(LetterStyles.Body, paragraph.Text);
                break;
            case LetterBlock.Table table:
                yield return Paragraph(LetterStyles.Caption, table.Caption);
                yield return TableOf(table);
                break;
        }
    }

    public static Paragraph Paragraph(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    /// <summary>The same in another size, in half points.</summary>
    public static Paragraph Paragraph(string style, string text, int size)
    {
        var run = Run(text);
        run.PrependChild(new RunProperties(new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) }, new FontSizeComplexScript { Val = size.ToString(CultureInfo.InvariantCulture) }));
        return new(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);
    }

    public static Run Run(string text) => new(new Text(Plain(text)) { Space = SpaceProcessingModeValues.Preserve });

    // Without signs that XML cannot hold.
    private static string Plain(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? "" : r.ToString()));

    private static Table TableOf(LetterBlock.Table table)
    {
        var widths = table.Columns.Select(c => (LetterStyles.TextWidth * (uint)c.Share / 100).ToString(CultureInfo.InvariantCulture)).ToList();
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = LetterStyles.TextWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w })));
        made.Append(RowOf(table, [.. table.Columns.Select(c => c.Head)], widths, isHead: true));
        made.Append(table.Rows.Select(row => RowOf(table, [.. row.Select(c => c.Text)], widths, isHead: false)));
        return made;
    }

    private static TableRow RowOf(LetterBlock.Table table, IReadOnlyList<string> texts, IReadOnlyList<string> widths, bool isHead)
    {
        var row = new TableRow(isHead ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
        for (var at = 0; at < texts.Count; at++)
        {
            var style = isHead ? LetterStyles.CellHead : table.Columns[at].IsNumeric ? LetterStyles.CellFigure : LetterStyles.Cell;
            row.Append(new TableCell(
                new TableCellProperties(new TableCellWidth { Width = widths[at], Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                Paragraph(style, texts[at])));
        }

        return row;
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 8 },
        new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 8 },
        new RightBorder { Val = BorderValues.Single, Size = 4 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
}
