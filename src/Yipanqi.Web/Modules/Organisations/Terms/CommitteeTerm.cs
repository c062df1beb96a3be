using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>届次: the committee of an organisation, or the secretary of a branch without committee, from one election to the next.</summary>
public sealed class CommitteeTerm : ITenantOwned, IVersioned
{
    private CommitteeTerm()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>第几届.</summary>
    public int Number { get; private set; }

    public DateOnly ElectedDay { get; private set; }

    public int TermYears { get; private set; }

    /// <summary>Members approved by the organisation above (批复的委员职数); null where none are told.</summary>
    public int? Seats { get; private set; }

    /// <summary>The day by which the next election is due, an approved change included.</summary>
    public DateOnly DueDay { get; private set; }

    /// <summary>Who approved an earlier or later election, and by which document; empty where none was.</summary>
    public string Approver { get; private set; } = "";

    public string ApprovalDocument { get; private set; } = "";

    public DateOnly? EndedDay { get; private set; }

    public int Version { get; private set; }

    /// <summary>The day its years are over, without any change.</summary>
    public DateOnly RegularDueDay { get; private set; }

    public static CommitteeTerm Elect(Unit unit, int number, DateOnly elected, int years, int? seats) => new()
    {
        TenantId = unit.TenantId,
        Id = Guid.CreateVersion7(),
        UnitId = unit.Id,
        Number = number,
        ElectedDay = elected,
        TermYears = years,
        Seats = seats,
        RegularDueDay = elected.AddYears(years),
        DueDay = elected.AddYears(years),
    };

    public TermState StateOn(DateOnly today, int noticeMonths) => StateOf(RegularDueDay, DueDay, EndedDay, today, noticeMonths);

    public static TermState StateOf(DateOnly regularDue, DateOnly due, DateOnly? ended, DateOnly today, int noticeMonths) =>
        ended is not null ? TermState.Ended
        : today > due ? TermState.Overdue
        : today > regularDue ? TermState.Extended
        : today >= due.AddMonths(-noticeMonths) ? TermState.DueSoon
        : TermState.Running;

    /// <summary>
    /// 延期或者提前换届：报上级党组织批准，期限一般不超过 1 年（《中国共产党基层组织选举工作条例》第三条）。
    /// </summary>
    public void Reschedule(DateOnly due, string approver, string document)
    {
        if (EndedDay is not null)
        {
            throw new InvalidOperationException("A term that has ended is not rescheduled.");
        }

        (DueDay, Approver, ApprovalDocument) = (due, approver, document);
    }

    /// <summary>The next committee was elected on this day.</summary>
    public void Replace(DateOnly nextElected)
    {
        if (EndedDay is not null || nextElected <= ElectedDay)
        {
            throw new InvalidOperationException("Only a running term is replaced, after the day it was elected.");
        }

        EndedDay = nextElected.AddDays(-1);
    }

    /// <summary>What was entered of its election was wrong. An approved change of its end rests on the day and is taken back before.</summary>
    public void Correct(int number, DateOnly elected, int? seats)
    {
        if (EndedDay is not null || (elected != ElectedDay && Approver.Length > 0))
        {
            throw new InvalidOperationException("Only a running term is corrected, its day only without an approved change of its end.");
        }

        (Number, Seats) = (number, seats);
        if (elected != ElectedDay)
        {
            (ElectedDay, RegularDueDay, DueDay) = (elected, elected.AddYears(TermYears), elected.AddYears(TermYears));
        }
    }

    /// <summary>The next committee was elected on another day than was entered.</summary>
    public void MoveEnd(DateOnly nextElected)
    {
        Reopen();
        Replace(nextElected);
    }

    /// <summary>The organisation is no more from this day on; a term elected on that day or later ends on the day it began.</summary>
    public void EndWithUnit(DateOnly day) => EndedDay = day > ElectedDay ? day.AddDays(-1) : ElectedDay;

    /// <summary>The organisation was closed, or the next election entered, by mistake.</summary>
    public void Reopen() => EndedDay = null;
}
