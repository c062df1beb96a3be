namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One record behind a figure.</summary>
/// <param name="Title">As its own page calls it.</param>
/// <param name="Link">Address of that page.</param>
/// <param name="Day">The day by which it counts in the quarter.</param>
/// <param name="IsMet">Whether it is in the numerator too; null where the item is no share.</param>
/// <param name="Note">What decided that, in a few words.</param>
public sealed record SourceRecord(Guid UnitId, string Title, string Link, DateOnly Day, bool? IsMet, string Note);
