using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// All figures of a bulletin, of the assessed organs of one snapshot, unrounded. Kept as JSON when the bulletin is issued.
/// </summary>
/// <param name="Scheme">Name and version of the scheme in words.</param>
/// <param name="Before">Of the published quarter right before by the same scheme; null where there is none.</param>
/// <param name="Rose">Organs whose index rose, as shown; <paramref name="Fell"/> fell.</param>
public sealed record BulletinContent(
    Quarter Quarter, int SnapshotNumber, string ResultHash, ulong Seed, string Scheme, DateTime PublishedUtc,
    BulletinContent.Situation Now, BulletinContent.Situation? Before, int Rose, int Fell,
    IReadOnlyList<BulletinContent.Group> Groups, IReadOnlyList<BulletinContent.Mover> Movers, IReadOnlyList<BulletinContent.Lamp> Lamps,
    IReadOnlyList<BulletinContent.Dimension> Dimensions, IReadOnlyList<BulletinContent.Adjusted> Adjustments, IReadOnlyList<BulletinContent.Weakness> Weaknesses)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new QuarterJson() } };

    /// <summary>Counts and medians over the organs.</summary>
    public sealed record Situation(int Organisations, int Scored, LevelTally Levels, double? Index, double? Party, double? Business, double? Gap);

    /// <param name="Ranked">How many organisations the group ranks; 0 where it is not ranked.</param>
    public sealed record Group(Guid? Id, string Name, int Ranked, IReadOnlyList<Line> Lines)
    {
        public IEnumerable<Line> Of(RankStanding verdict) => Lines.Where(l => l.Rank is not null && l.Verdict == verdict);
    }

    /// <param name="RankChange">Places gained (positive) or lost since the quarter before in the same group.</param>
    public sealed record Line(
        Guid UnitId, string Name, WarningLevel? Level, double? Index, double? IndexChange, int? Rank, int? RankLow, int? RankHigh, RankStanding Verdict, int? RankChange);

    /// <summary>An organ whose rank moved, and the items that moved its index most.</summary>
    /// <param name="IsBeyondChance">The rank intervals of the two quarters have no rank in common.</param>
    public sealed record Mover(Guid UnitId, string Name, string Group, int RankBefore, int Rank, bool IsBeyondChance, double? IndexChange, IReadOnlyList<CardContribution> Items);

    /// <summary>An organ that is not green, with the sentences of its signals.</summary>
    public sealed record Lamp(Guid UnitId, string Name, WarningLevel Level, IReadOnlyList<string> Reasons);

    public sealed record Dimension(string Code, string Name, double? Median, double? MedianBefore, int Scored);

    public sealed record Adjusted(Guid UnitId, string Name, AdjustmentKind Kind, int Hundredths, string Basis, string Document);

    /// <summary>An item that costs the organs most points together.</summary>
    /// <param name="LostShare">Its share in all points the organs lost, 0–1.</param>
    /// <param name="Median">Median score of those that have one.</param>
    /// <param name="Low">How many score under 60.</param>
    /// <param name="NotReported">How many owe it.</param>
    public sealed record Weakness(string Code, string Name, double LostShare, double? Median, int Scored, int Low, int NotReported);

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static BulletinContent Read(string json) => JsonSerializer.Deserialize<BulletinContent>(json, Json)!;
}
