namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>A change that was made.</summary>
/// <param name="UnitId">Where to look at it.</param>
/// <param name="Undo">The offer to take it back at once; later it is reverted with a reason.</param>
public sealed record UnitChanged(Guid UnitId, Guid EventId, Guid Undo);
