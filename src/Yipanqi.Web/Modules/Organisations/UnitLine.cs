using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>A unit in lists.</summary>
public sealed record UnitLine(
    Guid Id, string Code, string Name, string ShortName, string Kind, Track Track, int Depth, int SortOrder, bool IsAssessed, Guid? ParentId, string ParentCode, string ParentName, string PeerGroup, string Note, DateOnly? ClosedDay);
