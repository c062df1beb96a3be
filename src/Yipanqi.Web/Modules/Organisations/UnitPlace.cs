using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>A unit named on the page of another.</summary>
public sealed record UnitPlace(Guid Id, string Code, string Name, Track Track);
