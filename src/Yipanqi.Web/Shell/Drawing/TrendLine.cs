namespace Yipanqi.Web.Shell.Drawing;

/// <summary>One named line of a trend; null where there is no data.</summary>
public sealed record TrendLine(string Name, IReadOnlyList<double?> Values);
