using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>When the records of a source were last read for a quarter. What was journaled of them since has not been counted yet.</summary>
public sealed class SourceReading : ITenantOwned
{
    private SourceReading()
    {
    }

    public Guid TenantId { get; private set; }

    /// <summary><see cref="Quarter.Key"/>.</summary>
    public int QuarterKey { get; private set; }

    /// <summary><see cref="IObservationSource.Name"/>.</summary>
    public string Source { get; private set; } = "";

    public DateOnly AsOf { get; private set; }

    public DateTime ReadUtc { get; private set; }

    public static SourceReading Of(Guid tenantId, Quarter quarter, string source) => new() { TenantId = tenantId, QuarterKey = quarter.Key, Source = source };

    public void Read(DateOnly asOf, DateTime nowUtc) => (AsOf, ReadUtc) = (asOf, nowUtc);
}
