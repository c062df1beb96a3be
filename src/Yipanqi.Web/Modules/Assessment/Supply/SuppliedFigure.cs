using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One figure of a supply sheet. It is no observation before the sheet is signed.</summary>
public sealed class SuppliedFigure : ITenantOwned
{
    private SuppliedFigure()
    {
    }

    public Guid TenantId { get; private set; }

    public int QuarterKey { get; private set; }

    public string ItemCode { get; private set; } = "";

    public Guid UnitId { get; private set; }

    /// <summary>Canonical text, see <see cref="FigureEntry"/>.</summary>
    public string Figure { get; private set; } = "";

    public DateTime EnteredUtc { get; private set; }

    public Guid EnteredBy { get; private set; }

    public static SuppliedFigure New(SupplySheet sheet, Guid unitId) =>
        new() { TenantId = sheet.TenantId, QuarterKey = sheet.QuarterKey, ItemCode = sheet.ItemCode, UnitId = unitId };

    /// <summary>False where it is the figure that is there already.</summary>
    public bool Take(string figure, Guid personId, DateTime now)
    {
        if (Figure == figure)
        {
            return false;
        }

        (Figure, EnteredBy, EnteredUtc) = (figure, personId, now);
        return true;
    }
}
