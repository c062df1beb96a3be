using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Files.Imports;

/// <summary>A column of the uploaded table.</summary>
/// <param name="Index">0 is A.</param>
/// <param name="Head">Text of the head; empty where the column has none.</param>
/// <param name="Key">The head as it is compared and remembered, unique in the table.</param>
public sealed record DraftColumn(int Index, string Head, string Key)
{
    public string Letter => ColumnLetter.Of(Index);
}
