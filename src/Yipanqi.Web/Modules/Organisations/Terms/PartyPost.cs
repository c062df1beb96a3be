using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>党内职务: a person's seat in a term, from one day to another, both included. It gives no permissions; an Access post does.</summary>
public sealed class PartyPost : ITenantOwned, IVersioned
{
    private PartyPost()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TermId { get; private set; }

    public Guid PersonId { get; private set; }

    public PartyRole Role { get; private set; }

    public SeatKind BeganBy { get; private set; }

    public DateOnly FromDay { get; private set; }

    public DateOnly? ToDay { get; private set; }

    public int Version { get; private set; }

    public static PartyPost Take(CommitteeTerm term, Guid personId, PartyRole role, SeatKind by, DateOnly from) => new()
    {
        TenantId = term.TenantId,
        Id = Guid.CreateVersion7(),
        TermId = term.Id,
        PersonId = personId,
        Role = role,
        BeganBy = by,
        FromDay = from,
    };

    /// <summary>Ends it with the day before; a post that began on that day or later ends on the day it began.</summary>
    public void End(DateOnly day) => ToDay = day > FromDay ? day.AddDays(-1) : FromDay;

    /// <summary>What was entered of it was wrong.</summary>
    public void Correct(PartyRole role, SeatKind by, DateOnly from, DateOnly? to) => (Role, BeganBy, FromDay, ToDay) = (role, by, from, to);

    /// <summary>It began with an election that was on another day than was entered.</summary>
    public void MoveStart(DateOnly day) => FromDay = day;

    /// <summary>Its end was part of a change of the units, or of an election, that is taken back.</summary>
    public void Reopen() => ToDay = null;
}
