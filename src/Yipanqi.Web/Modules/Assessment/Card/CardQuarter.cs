using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One published quarter of an organisation's history.</summary>
public sealed record CardQuarter(Quarter Quarter, double? Index, double? Party, double? Business, double? Gap, double? D, WarningLevel? Level, int? Rank);
