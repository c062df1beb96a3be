using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>One person with their history.</summary>
public sealed record PersonView(
    PersonLine Person,
    int Version,
    bool CanEdit,
    bool CanReveal,
    bool HasNumbers,
    IReadOnlyList<PersonView.Stay> Stays,
    IReadOnlyList<PersonView.Seat> Seats,
    IReadOnlyList<UnitChange> Changes)
{
    /// <summary>A membership; the branch is named even where the actor does not see its unit, since it is part of the person's record.</summary>
    public sealed record Stay(Guid UnitId, string UnitName, DateOnly FromDay, DateOnly? ToDay, MembershipKind BeganBy, MembershipKind? EndedBy, string Note);

    public sealed record Seat(Guid UnitId, string UnitName, int TermNumber, PartyRole Role, SeatKind BeganBy, DateOnly FromDay, DateOnly? ToDay);
}
