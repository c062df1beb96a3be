using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The units of one part of a quarter's packed observations, in the order of their ids.</summary>
public sealed class ObservationPart : ITenantOwned
{
    /// <summary>Units a part holds at most.</summary>
    public const int Units = 1024;

    private const int IdBytes = 16;

    private ObservationPart()
    {
    }

    public Guid TenantId { get; private set; }

    /// <summary><see cref="Quarter.Key"/>.</summary>
    public int QuarterKey { get; private set; }

    public int Part { get; private set; }

    /// <summary>Id of the first unit, 32 digits: text is compared alike on both databases.</summary>
    public string FirstUnit { get; private set; } = "";

    public string LastUnit { get; private set; } = "";

    /// <summary>Ids of the units, 16 bytes each, the greatest byte first; ascending.</summary>
    public byte[] UnitIds { get; private set; } = [];

    /// <param name="units">In the order of <see cref="OrderOf"/>.</param>
    public static ObservationPart Of(Guid tenantId, int quarterKey, int part, IReadOnlyList<Guid> units) => new()
    {
        TenantId = tenantId,
        QuarterKey = quarterKey,
        Part = part,
        FirstUnit = OrderOf(units[0]),
        LastUnit = OrderOf(units[^1]),
        UnitIds = [.. units.SelectMany(u => u.ToByteArray(bigEndian: true))],
    };

    public static string OrderOf(Guid unit) => unit.ToString("N");

    public Guid[] Read()
    {
        var units = new Guid[UnitIds.Length / IdBytes];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = new Guid(UnitIds.AsSpan(i * IdBytes, IdBytes), bigEndian: true);
        }

        return units;
    }
}
