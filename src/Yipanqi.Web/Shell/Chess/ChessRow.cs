namespace Yipanqi.Web.Shell.Chess;

/// <summary>A task on the chessboard.</summary>
/// <param name="Note">Who leads it.</param>
/// <param name="Cells">By column; null where the task has no such stage.</param>
/// <param name="Next">What is the matter and whose turn it is.</param>
public sealed record ChessRow(string Title, string? Href, string Note, IReadOnlyList<ChessCell?> Cells, ChessNext Next)
{
    /// <summary>Where a link leads within the page; null for none.</summary>
    public string? Anchor { get; init; }

    /// <summary>The row as it stands on the page, once it was written: a row that is kept is not written again.</summary>
    internal string? Markup { get; set; }
}
