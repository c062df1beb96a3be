namespace Yipanqi.Web.Files.Tables;

/// <summary>A column of a written table.</summary>
/// <param name="Width">Width in characters of the standard font; a Chinese character takes two.</param>
public sealed record TableColumn(string Head, int Width = 16);
