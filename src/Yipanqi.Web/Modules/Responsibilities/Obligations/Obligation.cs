using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// A duty of one unit in one period, with its due day. It belongs to the unit and the post its level means; who that is today follows from the posts, so a new
/// holder finds it. A member's duty names the person. One unit has a duty once in a period.
/// </summary>
public sealed class Obligation : ITenantOwned, IVersioned
{
    public const int TextLength = 500;

    private Obligation()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The wording it was generated from.</summary>
    public Guid DutyId { get; private set; }

    /// <summary>The duty over all versions of its list.</summary>
    public string DutyCode { get; private set; } = "";

    public DutyLevel Level { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The member who has it; empty where whoever holds the post has it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The period, or the day of the event: <see cref="DutyPeriod"/>.</summary>
    public string PeriodKey { get; private set; } = "";

    /// <summary>What happened; empty where a period asks for it and no event.</summary>
    public string EventText { get; private set; } = "";

    /// <summary>由记录计算：found done by records; nobody reports or accepts it.</summary>
    public bool IsComputed { get; private set; }

    public DateOnly DueDay { get; private set; }

    /// <summary>暂定：counted by weekends alone, since the year's calendar is not published. Nothing warns of it.</summary>
    public bool IsProvisional { get; private set; }

    /// <summary>An extension was allowed: the rule's own day no longer counts.</summary>
    public bool IsExtended { get; private set; }

    public ObligationState State { get; private set; }

    /// <summary>The sentence that says what was done.</summary>
    public string Result { get; private set; } = "";

    public DateOnly? DoneDay { get; private set; }

    public Guid? DoneBy { get; private set; }

    /// <summary>The words of the level above: why it was returned, exempted, declined; or its remark.</summary>
    public string Decision { get; private set; } = "";

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedUtc { get; private set; }

    public RequestKind? Request { get; private set; }

    public DateOnly? RequestDay { get; private set; }

    public string RequestReason { get; private set; } = "";

    public Guid? RequestBy { get; private set; }

    public int Version { get; private set; }

    public static Obligation New(Guid tenantId, Guid dutyId, string dutyCode, DutyLevel level, Guid unitId, Guid personId, string periodKey, DateOnly dueDay, bool isProvisional, bool isComputed = false) => new()
    {
        TenantId = tenantId,
        Id = Guid.CreateVersion7(),
        DutyId = dutyId,
        DutyCode = dutyCode,
        Level = level,
        UnitId = unitId,
        PersonId = personId,
        PeriodKey = periodKey,
        DueDay = dueDay,
        IsProvisional = isProvisional,
        IsComputed = isComputed,
        State = ObligationState.Open,
    };

    /// <summary>遇事即办：what an event of this day asks for.</summary>
    public static Obligation Raise(Guid tenantId, Guid dutyId, DutyFacts duty, Guid unitId, Guid personId, DateOnly day, string text, DueDay due)
    {
        ObligationRules.RequireReason(text);
        var raised = New(tenantId, dutyId, duty.Code, duty.Level, unitId, personId, DutyPeriod.OfEvent(day, text).Key, due.Day, due.IsProvisional);
        raised.EventText = text;
        return raised;
    }

    /// <summary>Whether a step is possible now.</summary>
    public bool May(ObligationStep step) => ObligationRules.May(step, State, Request is not null, IsComputed);

    /// <summary>Someone still has to do something about it at the unit.</summary>
    public bool IsToDo => ObligationRules.IsToDo(State);

    public void Claim()
    {
        Require(ObligationStep.Claim);
        State = ObligationState.Claimed;
    }

    /// <summary>Reports it as done; what was asked for meanwhile lapses.</summary>
    public void Complete(string result, Guid personId, DateOnly day)
    {
        Require(ObligationStep.Complete);
        if (result.Length == 0)
        {
            throw new ArgumentException("A sentence says what was done.", nameof(result));
        }

        (State, Result, DoneBy, DoneDay) = (ObligationState.Submitted, result, personId, day);
        Forget();
    }

    /// <summary>The holder goes on working at it before anyone has decided.</summary>
    public void TakeBack()
    {
        Require(ObligationStep.TakeBack);
        (State, DoneBy, DoneDay) = (ObligationState.Claimed, null, null);
    }

    /// <summary>认定 by the level above, never by whoever did it.</summary>
    public void Accept(string words, Guid personId, DateTime now)
    {
        Require(ObligationStep.Accept);
        RequireAnother(personId);
        Decide(ObligationState.Accepted, words, personId, now);
    }

    /// <summary>退回补办 with the reason; the day it was first reported no longer counts.</summary>
    public void Return(string reason, Guid personId, DateTime now)
    {
        Require(ObligationStep.Return);
        RequireAnother(personId);
        ObligationRules.RequireReason(reason);
        Decide(ObligationState.Returned, reason, personId, now);
        (DoneBy, DoneDay) = (null, null);
    }

    /// <param name="day">The later due day asked for, with an extension.</param>
    public void Ask(RequestKind kind, DateOnly? day, string reason, Guid personId)
    {
        Require(ObligationStep.Ask);
        ObligationRules.RequireReason(reason);
        if ((kind == RequestKind.Extension) != (day > DueDay))
        {
            throw new ArgumentException("An extension names a later day, the others none.", nameof(day));
        }

        (Request, RequestDay, RequestReason, RequestBy) = (kind, day, reason, personId);
    }

    /// <summary>Allows what was asked for; never by whoever asked.</summary>
    public void Grant(string words, Guid personId, DateTime now)
    {
        Require(ObligationStep.Grant);
        RequireAnother(personId);
        if (Request == RequestKind.Extension)
        {
            (DueDay, IsExtended, IsProvisional) = (RequestDay!.Value, true, false);
        }

        var state = Request switch { RequestKind.Exemption => ObligationState.Exempt, RequestKind.Decline => ObligationState.Declined, _ => State };
        Decide(state, words.Length > 0 ? words : RequestReason, personId, now);
        Forget();
    }

    /// <summary>It stays as it is, with the reason.</summary>
    public void Refuse(string reason, Guid personId, DateTime now)
    {
        Require(ObligationStep.Refuse);
        RequireAnother(personId);
        ObligationRules.RequireReason(reason);
        Decide(State, reason, personId, now);
        Forget();
    }

    private void Decide(ObligationState state, string words, Guid personId, DateTime now) => (State, Decision, DecidedBy, DecidedUtc) = (state, words, personId, now);

    private void Forget() => (Request, RequestDay, RequestReason, RequestBy) = (null, null, "", null);

    private void Require(ObligationStep step) => ObligationRules.Require(May(step), step, State);

    private void RequireAnother(Guid personId) => ObligationRules.RequireAnother(personId, DoneBy, RequestBy, PersonId);
}
