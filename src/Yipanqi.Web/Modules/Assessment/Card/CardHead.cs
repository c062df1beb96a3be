using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The head figures of one organisation in one snapshot.</summary>
/// <param name="Reasons">Why the level is what it is, each a sentence in Chinese; empty for green and for no data.</param>
/// <param name="Lagging">Which track lags: 党建, 业务 or empty.</param>
/// <param name="Grade">Grade of D in words, for instance 中级协调; empty without D.</param>
/// <param name="Ranked">How many organisations its group ranks; 0 where it is not ranked.</param>
public sealed record CardHead(
    Guid UnitId, string Code, string Name, string ShortName, Guid? PeerGroupId, string PeerGroup, WarningLevel? Level, IReadOnlyList<string> Reasons,
    double? Index, double? IndexChange, double? Party, double? PartyChange, double? Business, double? BusinessChange, double? Gap, string Lagging,
    double? D, double? AdjustedC, double? ClassicalC, string Grade,
    int? Rank, int? RankLow, int? RankHigh, int Ranked, RankStanding Verdict,
    int Reported, int NotApplicable, int NotDue, int NotReported, int Suppressed);
