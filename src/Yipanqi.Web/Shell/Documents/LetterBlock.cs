namespace Yipanqi.Web.Shell.Documents;

/// <summary>A part of the body of a letter.</summary>
public abstract record LetterBlock
{
    /// <summary>结构层次序数 7.3.3: 一、 in 黑体 (level 1), （一） in 楷体 (level 2).</summary>
    /// <param name="Origin">Where the figures below come from; a link on the screen, not on paper.</param>
    public sealed record Heading(int Level, string Text, string? Origin = null) : LetterBlock;

    public sealed record Paragraph(string Text) : LetterBlock;

    /// <param name="Columns">Their shares add up to 100.</param>
    public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) : LetterBlock;

    /// <param name="Share">Part of the width, in percent.</param>
    public sealed record Column(string Head, int Share, bool IsNumeric = false);

    /// <param name="Origin">Where the figure comes from; a link on the screen, not on paper.</param>
    public sealed record Cell(string Text, string? Origin = null)
    {
        public static implicit operator Cell(string text) => new(text);
    }
}
