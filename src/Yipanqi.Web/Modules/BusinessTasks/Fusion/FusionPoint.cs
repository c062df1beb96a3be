using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Measures;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>结合点: one Party measure joined to one key task, with what it is to change, for whom, and by what that is measured. It is ended, never deleted.</summary>
public sealed class FusionPoint : ITenantOwned, IVersioned
{
    public const int KindLength = 40;
    public const int NameLength = 100;
    public const int ChangeLength = 500;
    public const int WhomLength = 200;
    public const int MeasureLength = 500;
    public const int ReasonLength = 500;
    public const int BestRating = 5;

    private FusionPoint()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>The Party organisation whose measure it is.</summary>
    public Guid PartyUnitId { get; private set; }

    /// <summary>The <see cref="Measures.PartyMeasure"/> of the same organisation that it was made from; null for one entered by itself.</summary>
    public Guid? FromMeasureId { get; private set; }

    /// <summary>Code of a <see cref="MeasureKind"/>.</summary>
    public string Kind { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>要改变什么.</summary>
    public string Change { get; private set; } = "";

    /// <summary>为了谁.</summary>
    public string Whom { get; private set; } = "";

    /// <summary>怎样衡量.</summary>
    public string Measure { get; private set; } = "";

    public Guid? OwnerPersonId { get; private set; }

    /// <summary>The first day on which it counts as live.</summary>
    public DateOnly FromDay { get; private set; }

    public FusionState State { get; private set; }

    /// <summary>The first day on which it is no longer live.</summary>
    public DateOnly? EndedDay { get; private set; }

    public string EndReason { get; private set; } = "";

    public Guid AddedBy { get; private set; }

    /// <summary>1 to 5, given by the level above; null while nobody has rated it.</summary>
    public int? Rating { get; private set; }

    public string RatingReason { get; private set; } = "";

    public Guid? RatedBy { get; private set; }

    public DateTime? RatedUtc { get; private set; }

    public int Version { get; private set; }

    /// <param name="measure">The measure it is made from; null for none.</param>
    public static FusionPoint Join(BusinessTask task, Unit party, FusionFacts facts, Guid addedBy, DateOnly from, PartyMeasure? measure = null)
    {
        if (party.Track != Track.Party || party.TenantId != task.TenantId)
        {
            throw new ArgumentException("A measure belongs to a Party organisation of the task's tenant.", nameof(party));
        }

        if (measure is not null && (measure.UnitId != party.Id || measure.TenantId != task.TenantId))
        {
            throw new ArgumentException("A fusion point is made from a measure of its own organisation.", nameof(measure));
        }

        var point = new FusionPoint
        {
            TenantId = task.TenantId,
            Id = Guid.CreateVersion7(),
            TaskId = task.Id,
            PartyUnitId = party.Id,
            FromMeasureId = measure?.Id,
            FromDay = from,
            State = FusionState.Live,
            AddedBy = addedBy,
        };
        point.Describe(facts);
        return point;
    }

    public FusionFacts Facts => new(Kind, Name, Change, Whom, Measure, OwnerPersonId);

    /// <summary>True where something did change.</summary>
    public bool Describe(FusionFacts facts)
    {
        MustBeLive();
        var before = Facts;
        (Kind, Name, Change, Whom, Measure, OwnerPersonId) = (facts.Kind, facts.Name, facts.Change, facts.Whom, facts.Measure, facts.OwnerPersonId);
        return before != facts;
    }

    public void End(DateOnly day, string reason)
    {
        MustBeLive();
        (State, EndedDay, EndReason) = (FusionState.Ended, day >= FromDay ? day : throw new ArgumentOutOfRangeException(nameof(day), "It ends on or after its first day."), reason);
    }

    /// <summary>Takes its end back; the journal keeps it.</summary>
    public void Reopen()
    {
        if (State != FusionState.Ended)
        {
            throw new InvalidOperationException("The fusion point has not ended.");
        }

        (State, EndedDay, EndReason) = (FusionState.Live, null, "");
    }

    public void Rate(int rating, string reason, Guid by, DateTime nowUtc) => (Rating, RatingReason, RatedBy, RatedUtc) =
        (rating is >= 1 and <= BestRating ? rating : throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating is 1 to 5."), reason, by, nowUtc);

    /// <summary>Nobody rates their own: neither who answers for it nor who registered it.</summary>
    public bool IsOwn(Guid personId) => personId == OwnerPersonId || personId == AddedBy;

    private void MustBeLive()
    {
        if (State == FusionState.Ended)
        {
            throw new InvalidOperationException("The fusion point has ended.");
        }
    }
}
