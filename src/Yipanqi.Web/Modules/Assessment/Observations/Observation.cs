using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// What one unit reported for one item in one quarter: a figure with its counts and provenance, or the reason why there is none.
/// Units report on the level where things happen; a run pools them.
/// </summary>
public sealed class Observation : ITenantOwned
{
    private Observation()
    {
    }

    public Guid TenantId { get; private set; }

    /// <summary><see cref="Quarter.Key"/>.</summary>
    public int QuarterKey { get; private set; }

    public Guid UnitId { get; private set; }

    public string ItemCode { get; private set; } = "";

    /// <summary>The figure in the unit of the item; null with a reason, and where numerator and denominator say it.</summary>
    public double? Value { get; private set; }

    public double? Numerator { get; private set; }

    public double? Denominator { get; private set; }

    public double? SampleSize { get; private set; }

    /// <summary>JSON of <see cref="ObservationParts"/>; empty where there are none.</summary>
    public string Parts { get; private set; } = "";

    public AbsenceReason Absence { get; private set; }

    /// <summary>Source as named by whoever brought it in: a business system, a ledger.</summary>
    public string Source { get; private set; } = "";

    public DateTime AsOfUtc { get; private set; }

    public DateTime RecordedUtc { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>The import it came by; empty for none.</summary>
    public Guid? ImportId { get; private set; }

    public static Observation Of(Guid tenantId, Quarter quarter, Guid unitId, string itemCode) =>
        new() { TenantId = tenantId, QuarterKey = quarter.Key, UnitId = unitId, ItemCode = itemCode };

    /// <summary>Takes a figure; false where it is the one that is there already, so that a repeated import changes nothing.</summary>
    public bool Take(Reported reported, Provenance from)
    {
        if (RecordedUtc != default && Says(reported))
        {
            return false;
        }

        (Value, Numerator, Denominator, SampleSize) = (reported.Value, reported.Numerator, reported.Denominator, reported.SampleSize);
        (Parts, Absence, Source) = (reported.Parts, reported.Absence, reported.Source);
        (AsOfUtc, RecordedUtc, RecordedBy, ImportId) = (from.AsOfUtc, from.RecordedUtc, from.PersonId, from.ImportId);
        return true;
    }

    /// <summary>What was reported.</summary>
    public Reported Told => new(Value, Numerator, Denominator, SampleSize, Parts, Absence, Source);

    /// <summary>Who brought it in.</summary>
    public Provenance From => new(RecordedBy, RecordedUtc, AsOfUtc, ImportId);

    /// <summary>Whether it says the same as the figure given.</summary>
    public bool Says(Reported reported) => Told == reported;
}
