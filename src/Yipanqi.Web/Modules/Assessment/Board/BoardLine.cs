using System.Linq.Expressions;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What lists read of an organisation's line in a snapshot.</summary>
internal sealed record BoardLine(
    Guid SnapshotId, int Position, int Tier, Guid UnitId, string Code, string ShortName, Guid? PeerGroupId, WarningLevel? Level,
    double? Index, double? Party, double? Business, double? Gap, double? AdjustedC, double? D,
    int Rank, int RankLow, int RankHigh, int Ranked, RankStanding Verdict, int Reported, int NotReported)
{
    public static readonly Expression<Func<OrganisationScore, BoardLine>> FromRow = s => new BoardLine(
        s.SnapshotId, s.Position, s.Tier, s.UnitId, s.Code, s.ShortName, s.PeerGroupId, s.Level, s.IndexScore, s.PartyScore, s.BusinessScore, s.Gap,
        s.AdjustedC, s.Coordination, s.Rank, s.RankLow, s.RankHigh, s.Ranked, s.Verdict, s.Reported, s.NotReported);

    /// <param name="old">Index of the previous published quarter by organisation.</param>
    public BoardOrganisation ToOrganisation(IReadOnlyDictionary<Guid, double> old) => new(
        UnitId, Code, ShortName, PeerGroupId, Level, Index, old.TryGetValue(UnitId, out var before) ? Index - before : null,
        Party, Business, Gap, AdjustedC, D, Place(Rank), Verdict, Reported, NotReported);

    /// <param name="old">Rank in the previous published quarter by organisation and group.</param>
    public RankingRow ToRankingRow(IReadOnlyDictionary<(Guid UnitId, Guid? GroupId), int> old) => new(
        UnitId, Code, ShortName, Level, Index, Party, Business, Gap, Place(Rank),
        Rank > 0 && old.TryGetValue((UnitId, PeerGroupId), out var before) ? before - Rank : null,
        Place(RankLow), Place(RankHigh), Verdict);

    private static int? Place(int rank) => rank == 0 ? null : rank;
}
