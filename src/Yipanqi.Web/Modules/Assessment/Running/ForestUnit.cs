using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a run needs to know of a unit, as it was on the quarter's last day.</summary>
/// <param name="Path">Where it stood then: the structure that figures are pooled by.</param>
/// <param name="ScopePath">Where it stands now: who may see it.</param>
/// <param name="IsClosed">Closed before the quarter's last day: its figures still count above it, it owes none.</param>
internal sealed record ForestUnit(
    Guid Id, Guid? ParentId, string Code, string ShortName, string Path, Track Track, bool IsAssessed, Guid? PeerGroupId, string ScopePath, bool IsClosed);
