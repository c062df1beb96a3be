using System.Linq.Expressions;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What comparisons, bulletins and the race read of an organisation's line in a snapshot.</summary>
internal sealed record ComparedLine(
    Guid SnapshotId, int Position, Guid UnitId, string Code, string ShortName, Guid? PeerGroupId, WarningLevel? Level, string Signals,
    double? Index, double? Base, double? Party, double? Business, double? Gap, double? D,
    int Rank, int RankLow, int RankHigh, int Ranked, RankStanding Verdict)
{
    public static readonly Expression<Func<OrganisationScore, ComparedLine>> FromRow = s => new ComparedLine(
        s.SnapshotId, s.Position, s.UnitId, s.Code, s.ShortName, s.PeerGroupId, s.Level, s.Signals, s.IndexScore, s.BaseIndex, s.PartyScore, s.BusinessScore, s.Gap,
        s.Coordination, s.Rank, s.RankLow, s.RankHigh, s.Ranked, s.Verdict);

    /// <summary>What bonus and deduction items made of the index.</summary>
    public double Adjusted => Index is { } published && Base is { } scored ? published - scored : 0;
}
