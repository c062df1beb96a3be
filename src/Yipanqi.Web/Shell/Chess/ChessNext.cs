using Yipanqi.Web.Shell.Parts;

namespace Yipanqi.Web.Shell.Chess;

/// <summary>The last column: the state in one word, what comes next, and whose turn it is.</summary>
public sealed record ChessNext(ChipState State, string Word, string Step, string Who);
