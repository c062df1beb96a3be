using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What stands above every figure: which snapshot, of which scheme, made and published when.</summary>
/// <param name="HasLevels">Whether the scheme sets levels; without, no colour is shown.</param>
/// <param name="HasTracks">Whether the scheme has the two tracks.</param>
/// <param name="Seed">Seed of the redraws behind the rank intervals, published so that anyone can repeat them.</param>
/// <param name="Version">Raised with every change of a preview: part of every cache key.</param>
/// <param name="HasIntervals">Whether rank intervals are drawn; of a large preview publication draws them.</param>
/// <param name="Limits">By which limits its levels were decided.</param>
/// <param name="CorrectionReason">Why it replaces an earlier published snapshot; empty for a first one.</param>
public sealed record SnapshotHead(
    Guid Id, Quarter Quarter, int Number, SnapshotStatus Status, Guid SchemeId, string SchemeCode, string SchemeName, int SchemeVersion, bool HasLevels, bool HasTracks,
    DateTime CreatedUtc, DateTime? PublishedUtc, ulong Seed, string InputHash, string ResultHash, Guid? ReplacesId, string CorrectionReason,
    int Version, bool HasIntervals, LevelThresholds Limits);
