using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The published quarters of a year side by side for the organisations of a peer group. There is no figure of the year: the rules define none, and a mean of
/// four indexes would be a mean of means.
/// </summary>
/// <param name="Years">Years with a published quarter, newest first.</param>
/// <param name="Quarters">The quarters of the year that are published, oldest first; not all by one scheme perhaps.</param>
/// <param name="Groups">Peer groups the actor sees organisations of in the last of them.</param>
public sealed record YearView(
    int Year, IReadOnlyList<int> Years, IReadOnlyList<SnapshotHead> Quarters, IReadOnlyList<RankingGroup> Groups, RankingGroup Group, ListPage<YearView.Line> Page)
{
    public SnapshotHead Last => Quarters[^1];

    /// <summary>Every quarter of the year was scored by one version of one scheme.</summary>
    public bool IsOneScheme => Quarters.All(q => q.SchemeId == Last.SchemeId);

    /// <param name="Cells">One for each quarter; null where the organisation was not assessed in it.</param>
    public sealed record Line(Guid UnitId, string Code, string ShortName, IReadOnlyList<Cell?> Cells)
    {
        /// <summary>Last index less the first there is; null with fewer than two.</summary>
        public double? Change => Known is [var first, .., var last] ? last.Index - first.Index : null;

        /// <summary>Places gained (positive) or lost from the first rank there is to the last.</summary>
        public int? Moved => Cells.OfType<Cell>().Where(c => c.Rank is not null).ToList() is [var first, .., var last] ? first.Rank - last.Rank : null;

        /// <summary>Whether the rank intervals of the first and the last quarter have no rank in common.</summary>
        public bool IsBeyondChance => Cells.OfType<Cell>().Where(c => c.Rank is not null).ToList() is [var first, .., var last] && (last.RankLow > first.RankHigh || last.RankHigh < first.RankLow);

        private List<Cell> Known => [.. Cells.OfType<Cell>().Where(c => c.Index is not null)];
    }

    public sealed record Cell(Quarter Quarter, WarningLevel? Level, double? Index, int? Rank, int? RankLow, int? RankHigh, int Ranked, RankStanding Verdict);
}
