namespace Yipanqi.Web.Shell.Drawing;

/// <summary>The table behind a chart; the first cell of a row is its head.</summary>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
