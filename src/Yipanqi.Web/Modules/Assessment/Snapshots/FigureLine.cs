using System.Linq.Expressions;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What counts and medians over many organisations read of a line.</summary>
internal readonly record struct FigureLine(
    Guid SnapshotId, int Position, int Tier, Guid? PeerGroupId, WarningLevel? Level, double? Index, double? Party, double? Business, double? Gap, int Ranked, int NotReported)
{
    public static readonly Expression<Func<OrganisationScore, FigureLine>> FromRow = s => new FigureLine(
        s.SnapshotId, s.Position, s.Tier, s.PeerGroupId, s.Level, s.IndexScore, s.PartyScore, s.BusinessScore, s.Gap, s.Ranked, s.NotReported);

    public static FigureLine Of(ScoreLine line, RunSubject subject) => new(
        Guid.Empty, line.Position, subject.Tier, subject.PeerGroupId, line.Level, line.Index, line.Party, line.Business, line.Gap, line.Ranked, line.NotReported);

    public bool IsIn(UnitTier tier) => tier switch { UnitTier.Organs => Tier == 0, UnitTier.Branches => Tier > 0, _ => true };
}
