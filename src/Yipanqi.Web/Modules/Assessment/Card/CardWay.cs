namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Way to green: the smallest set of items by obstacle degree that, raised to their targets, bring score, gap and D to green.
/// <see cref="Reaches"/> false: there is none, and the page says so. <see cref="AlreadyGreen"/>: nothing to do.
/// </summary>
public sealed record CardWay(bool AlreadyGreen, bool Reaches, IReadOnlyList<CardStep> Steps, double? IndexAfter, double? GapAfter, double? DAfter);
