using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One organisation on the board. Scores 0–100 unrounded; null is no score.</summary>
/// <param name="IndexChange">Index now less index of the previous published quarter; null where one lacks.</param>
/// <param name="AdjustedC">Adjusted coupling degree, 0–1.</param>
/// <param name="D">Coordination degree by the adjusted C, 0–1.</param>
public sealed record BoardOrganisation(
    Guid UnitId, string Code, string ShortName, Guid? PeerGroupId, WarningLevel? Level,
    double? Index, double? IndexChange, double? Party, double? Business, double? Gap, double? AdjustedC, double? D,
    int? Rank, RankStanding Verdict, int Reported, int NotReported);
