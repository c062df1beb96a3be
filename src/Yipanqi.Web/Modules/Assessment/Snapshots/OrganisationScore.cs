using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One organisation in one snapshot: all that lists need, as it was at the time.</summary>
public sealed record OrganisationScore : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid SnapshotId { get; init; }

    /// <summary>Place in every column of the snapshot, from 0.</summary>
    public required int Position { get; init; }

    public required Guid UnitId { get; init; }

    public required string Code { get; init; }

    public required string ShortName { get; init; }

    /// <summary>Where it stood when it was scored; part of the sealed result.</summary>
    public required string Path { get; init; }

    /// <summary>Where it stands now: who may see the row. Follows when the unit moves; no part of the result.</summary>
    public required string ScopePath { get; init; }

    /// <summary>How many assessed organisations stand above it: 0 is an organ, more a branch.</summary>
    public required int Tier { get; init; }

    public Guid? PeerGroupId { get; init; }

    /// <summary>The published index, after bonus and deduction items.</summary>
    public double? IndexScore { get; init; }

    /// <summary>The index as scored, before bonus and deduction items; null where they did not change it.</summary>
    public double? BaseIndex { get; init; }

    public double? PartyScore { get; init; }

    public double? BusinessScore { get; init; }

    public double? Gap { get; init; }

    public double? ClassicalC { get; init; }

    public double? AdjustedC { get; init; }

    public double? Coordination { get; init; }

    /// <summary>Null where the scheme sets no levels.</summary>
    public WarningLevel? Level { get; init; }

    /// <summary>JSON list of <see cref="LevelSignal"/>: why the level is what it is.</summary>
    public required string Signals { get; init; }

    /// <summary>0: not ranked.</summary>
    public required int Rank { get; init; }

    public required int RankLow { get; init; }

    public required int RankHigh { get; init; }

    /// <summary>How many organisations of the peer group are ranked.</summary>
    public required int Ranked { get; init; }

    public required RankStanding Verdict { get; init; }

    public required int Reported { get; init; }

    public required int NotApplicable { get; init; }

    public required int NotDue { get; init; }

    public required int NotReported { get; init; }

    public required int Suppressed { get; init; }

    /// <summary>Place of the level in the order of lists, the serious first: 0 red, 1 orange, 2 yellow, 3 no data, 4 green.</summary>
    public int? Severity { get; init; }

    /// <summary>Index less that of the previous published quarter, as the run knew it.</summary>
    public double? IndexChange { get; init; }

    /// <summary>Rank in the same peer group in the previous published quarter.</summary>
    public int? PreviousRank { get; init; }

    /// <summary>Place in the list of its peer group, from 1: by rank, the unranked last. So a page of a ranking is one range of an index.</summary>
    public int? Place { get; init; }

    /// <summary>Whether it is ranked where its group has five such: it has an index, and both tracks apply.</summary>
    public bool? IsComparable { get; init; }
}
