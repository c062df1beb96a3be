using System.Text.Json;
using System.Text.Json.Serialization;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a run says of one organisation, as the narrow row keeps it.</summary>
/// <param name="BaseIndex">The index before bonus and deduction items; null, and not written, where they did not change it.</param>
internal sealed record ScoreLine(
    int Position, string Code, double? Index, double? Party, double? Business, double? Gap, double? ClassicalC, double? AdjustedC, double? D,
    WarningLevel? Level, string Signals, int Rank, int RankLow, int RankHigh, int Ranked, RankStanding Verdict,
    int Reported, int NotApplicable, int NotDue, int NotReported, int Suppressed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? BaseIndex)
{
    /// <summary>Whether it may be ranked: follows from the run, and is no part of what is hashed.</summary>
    [JsonIgnore]
    public bool IsComparable { get; init; }

    public static ScoreLine Of(RunSubject subject, int row, RunOutput output)
    {
        var tracks = output.Result.Tracks[row];
        var interval = output.Intervals[row];
        var coverage = output.Result.CoverageOf(row);
        var level = output.Levels?[row];
        return new(
            row, subject.Code, Figure(output.Index[row]), Figure(tracks.PartyScore), Figure(tracks.BusinessScore), Figure(tracks.Gap),
            Figure(tracks.ClassicalC), Figure(tracks.AdjustedC), Figure(tracks.D),
            level?.Level, level is null ? "[]" : JsonSerializer.Serialize(level.Reasons, SnapshotContent.SignalJson),
            interval.Rank, interval.Lower, interval.Upper, interval.Ranked, interval.Standing,
            coverage.Reported, coverage.NotApplicable, coverage.NotDue, coverage.NotReported, coverage.Suppressed,
            output.Index[row].Equals(output.Result.Index[row]) ? null : output.Result.Index[row])
        {
            IsComparable = PeerRanking.IsComparable(output.Result, row),
        };
    }

    public static ScoreLine Of(OrganisationScore row) => new(
        row.Position, row.Code, row.IndexScore, row.PartyScore, row.BusinessScore, row.Gap, row.ClassicalC, row.AdjustedC, row.Coordination,
        row.Level, row.Signals, row.Rank, row.RankLow, row.RankHigh, row.Ranked, row.Verdict,
        row.Reported, row.NotApplicable, row.NotDue, row.NotReported, row.Suppressed, row.BaseIndex)
    {
        IsComparable = row.IsComparable == true,
    };

    /// <param name="previousIndex">Index of the previous published quarter; NaN for none.</param>
    /// <param name="place">Place in the list of the peer group.</param>
    public OrganisationScore ToRow(Guid tenantId, Guid snapshotId, RunSubject subject, double previousIndex, int place) => new()
    {
        TenantId = tenantId,
        SnapshotId = snapshotId,
        Position = Position,
        UnitId = subject.UnitId,
        Code = subject.Code,
        ShortName = subject.ShortName,
        Path = subject.Path,
        ScopePath = subject.ScopePath,
        Tier = subject.Tier,
        PeerGroupId = subject.PeerGroupId,
        IndexScore = Index,
        PartyScore = Party,
        BusinessScore = Business,
        Gap = Gap,
        ClassicalC = ClassicalC,
        AdjustedC = AdjustedC,
        Coordination = D,
        Level = Level,
        Signals = Signals,
        Rank = Rank,
        RankLow = RankLow,
        RankHigh = RankHigh,
        Ranked = Ranked,
        Verdict = Verdict,
        Reported = Reported,
        NotApplicable = NotApplicable,
        NotDue = NotDue,
        NotReported = NotReported,
        Suppressed = Suppressed,
        BaseIndex = BaseIndex,
        Severity = SeverityOf(Level),
        IndexChange = Index is { } index ? Figure(index - previousIndex) : null,
        PreviousRank = subject.PreviousRank,
        Place = place,
        IsComparable = IsComparable,
    };

    /// <summary>The serious first; no data before green, since somebody has to do something about it.</summary>
    public static int SeverityOf(WarningLevel? level) => level switch
    {
        WarningLevel.Red => 0,
        WarningLevel.Orange => 1,
        WarningLevel.Yellow => 2,
        WarningLevel.Green => 4,
        _ => 3,
    };

    private static double? Figure(double figure) => double.IsNaN(figure) ? null : figure;
}
