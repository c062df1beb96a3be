namespace Yipanqi.Web.Shell.Drawing;

/// <summary>The table behind a chart; the first cell of a row is its head.</summary>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Where the figures of each row come from, in the order of the rows; null for a row without.</summary>
    public IReadOnlyList<string?>? Links { get; init; }
}
