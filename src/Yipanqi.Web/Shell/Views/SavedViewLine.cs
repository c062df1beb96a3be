namespace Yipanqi.Web.Shell.Views;

/// <summary>A saved view as the list offers it.</summary>
public sealed record SavedViewLine(Guid Id, string Name, string Query, string Columns, bool IsDefault);
