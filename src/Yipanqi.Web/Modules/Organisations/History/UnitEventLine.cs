namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>A change of a unit in its history.</summary>
/// <param name="UnitName">Its short name now; the names in <paramref name="Before"/> and <paramref name="After"/> are those of the day.</param>
public sealed record UnitEventLine(
    Guid Id, UnitEventKind Kind, Guid UnitId, string UnitName, DateOnly Day, string Before, string After, string Basis, string Note, string Who, DateTime AtUtc, DateTime? RevertedUtc, string RevertReason);
