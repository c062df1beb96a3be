using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the units of one part reported for one item in a closed quarter, packed by <see cref="ObservationPacking"/>.</summary>
public sealed class ObservationChunk : ITenantOwned
{
    private ObservationChunk()
    {
    }

    public Guid TenantId { get; private set; }

    /// <summary><see cref="Quarter.Key"/>.</summary>
    public int QuarterKey { get; private set; }

    public int Part { get; private set; }

    public string ItemCode { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public static ObservationChunk Of(Guid tenantId, int quarterKey, int part, string itemCode, byte[] content) =>
        new() { TenantId = tenantId, QuarterKey = quarterKey, Part = part, ItemCode = itemCode, Content = content };
}
