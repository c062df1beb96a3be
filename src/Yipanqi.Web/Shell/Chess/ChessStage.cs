namespace Yipanqi.Web.Shell.Chess;

/// <summary>The head of a column of the chessboard, with one or two lines of figures below the name.</summary>
public sealed record ChessStage(string Name, IReadOnlyList<string> Notes);
