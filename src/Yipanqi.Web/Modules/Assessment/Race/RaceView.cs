using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>赛马比拼 of a published quarter: who leads and who lags in each peer group, where the interval allows to say so.</summary>
/// <param name="Tier">Which organisations are shown.</param>
public sealed record RaceView(IReadOnlyList<QuarterChoice> Quarters, SnapshotHead Head, UnitTier Tier, IReadOnlyList<RaceView.Group> Groups)
{
    /// <param name="Ranked">How many the whole group ranks; 0 where it is not ranked.</param>
    /// <param name="Leading">How many lead; <paramref name="Leaders"/> are the first of them.</param>
    /// <param name="Lagging">How many lag; <paramref name="Laggards"/> are the last of them.</param>
    /// <param name="Undecided">Ranked organisations the actor sees that neither lead nor lag.</param>
    /// <param name="Unranked">Organisations the actor sees without a rank.</param>
    public sealed record Group(Guid? Id, string Name, int Ranked, int Leading, IReadOnlyList<Line> Leaders, int Lagging, IReadOnlyList<Line> Laggards, int Undecided, int Unranked)
    {
        public int Third => Ranked / 3;
    }

    /// <param name="RankBefore">In the same group in the quarter before; null where one lacks.</param>
    /// <param name="HasTalk">Whether it has talked of the quarter.</param>
    public sealed record Line(Guid UnitId, string ShortName, WarningLevel? Level, double? Index, double? Change, int Rank, int RankLow, int RankHigh, int? RankBefore, bool HasTalk);
}
