using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>申诉：an organisation objects to a figure, an adjustment or its level, and gets a written answer from another person.</summary>
public sealed class Objection : ITenantOwned, IVersioned
{
    public const int MostGrounds = 2000;
    public const int MostEvidence = 1000;
    public const int MostAnswer = 2000;

    private Objection()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public int QuarterKey { get; private set; }

    /// <summary>From 1 within the quarter.</summary>
    public int Number { get; private set; }

    public Guid UnitId { get; private set; }

    public ObjectionSubject Subject { get; private set; }

    /// <summary>The item objected to; empty for another subject.</summary>
    public string ItemCode { get; private set; } = "";

    public Guid? AdjustmentId { get; private set; }

    public string Grounds { get; private set; } = "";

    public string Evidence { get; private set; } = "";

    public ObjectionState State { get; private set; }

    public DateTime FiledUtc { get; private set; }

    public Guid FiledBy { get; private set; }

    public string Answer { get; private set; } = "";

    public DateTime? AnsweredUtc { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>The item whose figure was corrected; empty where none was.</summary>
    public string CorrectedItem { get; private set; } = "";

    /// <summary>The corrected figure, canonical text; empty where none was.</summary>
    public string CorrectedFigure { get; private set; } = "";

    /// <summary>The organisation's index when the objection was accepted: what its effect is measured against. Null without one.</summary>
    public double? IndexBefore { get; private set; }

    public int Version { get; private set; }

    public static Objection File(
        Guid tenantId, Quarter quarter, int number, Guid unitId, ObjectionSubject subject, string itemCode, Guid? adjustmentId, string grounds, string evidence, Guid personId, DateTime now) => new()
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            QuarterKey = quarter.Key,
            Number = number,
            UnitId = unitId,
            Subject = subject,
            ItemCode = subject == ObjectionSubject.Item == (itemCode.Length > 0) ? itemCode : throw new ArgumentException("An objection to a figure names its item.", nameof(itemCode)),
            AdjustmentId = subject == ObjectionSubject.Adjustment == adjustmentId is not null ? adjustmentId : throw new ArgumentException("An objection to an adjustment names it.", nameof(adjustmentId)),
            Grounds = grounds,
            Evidence = evidence,
            FiledBy = personId,
            FiledUtc = now,
        };

    /// <summary>Accepts it; the caller makes the correction in the same unit of work.</summary>
    public void Accept(string answer, string correctedItem, string correctedFigure, double? indexBefore, Guid personId, DateTime now)
    {
        Answered(answer, personId, now);
        (State, CorrectedItem, CorrectedFigure, IndexBefore) = (ObjectionState.Accepted, correctedItem, correctedFigure, indexBefore);
    }

    public void Reject(string answer, Guid personId, DateTime now)
    {
        Answered(answer, personId, now);
        State = ObjectionState.Rejected;
    }

    public void Withdraw()
    {
        Require();
        State = ObjectionState.Withdrawn;
    }

    private void Answered(string answer, Guid personId, DateTime now)
    {
        Require();
        if (personId == FiledBy || answer.Length == 0)
        {
            throw new InvalidOperationException("An objection is answered in writing, by another person than filed it.");
        }

        (Answer, AnsweredBy, AnsweredUtc) = (answer, personId, now);
    }

    private void Require()
    {
        if (State != ObjectionState.Filed)
        {
            throw new InvalidOperationException($"The objection is {State} and stays so.");
        }
    }
}
