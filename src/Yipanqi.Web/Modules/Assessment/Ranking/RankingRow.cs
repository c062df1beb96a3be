using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One line of a ranking. Rank and interval are null where the organisation is unranked (no index, one track only, group under 5).</summary>
/// <param name="RankChange">Places gained (positive) or lost since the previous published quarter in the same group; null where one lacks.</param>
/// <param name="RankLow">Best rank of the 90 % interval.</param>
/// <param name="RankHigh">Worst rank of the 90 % interval.</param>
public sealed record RankingRow(
    Guid UnitId, string Code, string ShortName, WarningLevel? Level, double? Index, double? Party, double? Business, double? Gap,
    int? Rank, int? RankChange, int? RankLow, int? RankHigh, RankStanding Verdict);
