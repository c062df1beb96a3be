using System.Linq.Expressions;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What lists read of an organisation's line in a snapshot.</summary>
internal sealed record BoardLine(
    Guid SnapshotId, int Position, int Tier, Guid UnitId, string Code, string ShortName, Guid? PeerGroupId, WarningLevel? Level,
    double? Index, double? Party, double? Business, double? Gap, double? AdjustedC, double? D,
    int Rank, int RankLow, int RankHigh, int Ranked, RankStanding Verdict, int Reported, int NotReported, double? IndexChange, int? PreviousRank)
{
    public static readonly Expression<Func<OrganisationScore, BoardLine>> FromRow = s => new BoardLine(
        s.SnapshotId, s.Position, s.Tier, s.UnitId, s.Code, s.ShortName, s.PeerGroupId, s.Level, s.IndexScore, s.PartyScore, s.BusinessScore, s.Gap,
        s.AdjustedC, s.Coordination, s.Rank, s.RankLow, s.RankHigh, s.Ranked, s.Verdict, s.Reported, s.NotReported,
        s.IndexChange, s.PreviousRank);

    public BoardOrganisation ToOrganisation() => new(
        UnitId, Code, ShortName, PeerGroupId, Level, Index, IndexChange, Party, Business, Gap, AdjustedC, D, Place(Rank), Verdict, Reported, NotReported);

    public RankingRow ToRankingRow() => new(
        UnitId, Code, ShortName, Level, Index, Party, Business, Gap, Place(Rank), Rank > 0 ? PreviousRank - Rank : null,
        Place(RankLow), Place(RankHigh), Verdict);

    private static int? Place(int rank) => rank == 0 ? null : rank;
}
