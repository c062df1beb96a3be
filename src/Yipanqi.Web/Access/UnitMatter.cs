namespace Yipanqi.Web.Access;

/// <summary>Something under way at a unit.</summary>
/// <param name="Blocks">It has to be brought to an end before the unit is closed.</param>
public sealed record UnitMatter(string Label, int Count, bool Blocks);
