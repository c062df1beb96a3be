namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What one record adds to a figure of its unit, and how it is told to whoever opens the figure.</summary>
/// <param name="Figure">Its own counts.</param>
/// <param name="Day">The day by which it counts in the quarter.</param>
/// <param name="IsMet">Whether it is in the numerator too; null where the item is no share.</param>
public sealed record CountedRecord(SourcedFigure Figure, string Title, string Link, DateOnly Day, bool? IsMet, string Note);
