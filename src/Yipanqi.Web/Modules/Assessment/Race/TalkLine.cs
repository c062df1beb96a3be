using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A talk beside the results it is about.</summary>
/// <param name="Index">Of the quarter's published result; null without a score.</param>
public sealed record TalkLine(
    Quarter Quarter, Guid UnitId, string ShortName, WarningLevel? Level, double? Index, int? Rank, int? RankLow, int? RankHigh, RankStanding Verdict,
    string Highlights, string Problems, string ExampleTitle, string Example, string WrittenBy, DateTime? WrittenUtc, string Comment, string CommentedBy, DateTime? CommentedUtc, bool IsSpread)
{
    public bool IsWritten => WrittenUtc is not null;

    public bool IsCommented => CommentedUtc is not null;
}
