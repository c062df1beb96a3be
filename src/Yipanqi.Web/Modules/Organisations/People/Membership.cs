using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>
/// 组织关系: a person belongs to one branch at a time, from one day to another, both included. Rows stay, so a branch can be
/// shown as it was on any day; one entered by mistake alone is taken away, with a reason in the journal.
/// </summary>
public sealed class Membership : ITenantOwned
{
    private Membership()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid UnitId { get; private set; }

    public DateOnly FromDay { get; private set; }

    public DateOnly? ToDay { get; private set; }

    public MembershipKind BeganBy { get; private set; }

    public MembershipKind? EndedBy { get; private set; }

    /// <summary>Number of the letter, where from or where to.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Begins a membership; the person must have no open one, and none that reaches to this day.</summary>
    public static Membership Begin(PersonDetail person, Guid branchId, DateOnly from, MembershipKind by, string note)
    {
        if (person.BranchId is not null)
        {
            throw new InvalidOperationException("This person belongs to a branch; end that membership first.");
        }

        person.StandIn(branchId);
        return new Membership
        {
            TenantId = person.TenantId,
            Id = Guid.CreateVersion7(),
            PersonId = person.PersonId,
            UnitId = branchId,
            FromDay = from,
            BeganBy = by,
            Note = note,
        };
    }

    /// <summary>Ends it with the day before <paramref name="day"/>, the first day on which it no longer holds.</summary>
    public void End(PersonDetail person, DateOnly day, MembershipKind by, string note)
    {
        if (ToDay is not null || day <= FromDay || person.PersonId != PersonId)
        {
            throw new InvalidOperationException("Only an open membership ends, after the day it began.");
        }

        (ToDay, EndedBy) = (day.AddDays(-1), by);
        Note = string.Join('；', new[] { Note, note }.Where(n => n.Length > 0));
        person.StandIn(null);
    }

    /// <summary>It ended on another day: <paramref name="day"/> is the first on which it no longer held.</summary>
    internal void CorrectEnd(DateOnly day)
    {
        if (ToDay is null || day <= FromDay)
        {
            throw new InvalidOperationException("The end of an ended membership is corrected, to a day after it began.");
        }

        ToDay = day.AddDays(-1);
    }

    /// <summary>It began on another day; the stay that ended with it, in a transfer, ends the day before.</summary>
    internal void CorrectStart(DateOnly day, Membership? before)
    {
        if (ToDay is not null)
        {
            throw new InvalidOperationException("The start of an open membership is corrected.");
        }

        before?.CorrectEnd(day);
        FromDay = day;
    }

    /// <summary>Its end is taken back: it never ended.</summary>
    internal void Reopen(PersonDetail person)
    {
        (ToDay, EndedBy) = (null, null);
        person.StandIn(UnitId);
    }
}
