using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a run needs to know of a unit.</summary>
internal sealed record ForestUnit(Guid Id, Guid? ParentId, string Code, string ShortName, string Path, Track Track, bool IsAssessed, Guid? PeerGroupId);
