using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An organisation that would stand elsewhere.</summary>
/// <param name="Causes">Items that explain the change of the index, largest first; empty where none can be named.</param>
public sealed record TrialMove(
    Guid UnitId, string ShortName, double? IndexBefore, double? IndexAfter, int RankBefore, int RankAfter, WarningLevel? LevelBefore, WarningLevel? LevelAfter,
    IReadOnlyList<TrialCause> Causes);
