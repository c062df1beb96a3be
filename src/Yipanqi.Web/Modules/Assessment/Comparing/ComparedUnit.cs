using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The head figures of an organisation in one of the two quarters.</summary>
/// <param name="Adjusted">Points that bonus and deduction items made of the index.</param>
public sealed record ComparedUnit(
    double? Index, double? Party, double? Business, double? Gap, double? D, WarningLevel? Level, int? Rank, int? RankLow, int? RankHigh, int Ranked, RankStanding Verdict, double Adjusted)
{
    internal static ComparedUnit Of(ComparedLine line) => new(
        line.Index, line.Party, line.Business, line.Gap, line.D, line.Level, Place(line.Rank), Place(line.RankLow), Place(line.RankHigh), line.Ranked, line.Verdict, line.Adjusted);

    private static int? Place(int rank) => rank == 0 ? null : rank;
}
