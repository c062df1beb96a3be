namespace Yipanqi.Web.Access;

/// <summary>A proposal in lists, with the names of those who made and decided it.</summary>
public sealed record ProposalLine(
    Guid Id, ProposalKind Kind, ProposalStatus Status, Guid PersonId, Guid AccountId, string PersonName, string UserName, Guid? UnitId, string UnitName, PostRole? Role, string Title,
    DateOnly? FromDay, DateOnly? ToDay, string Reason, Guid ProposedBy, string ProposedByName, DateTime ProposedUtc, string DecidedByName, DateTime? DecidedUtc, string Answer)
{
    /// <summary>Administrative units that a post at this unit reaches by its links.</summary>
    public IReadOnlyList<string> LinkedUnits { get; init; } = [];

    /// <summary>The person's posts of today in words.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];
}
