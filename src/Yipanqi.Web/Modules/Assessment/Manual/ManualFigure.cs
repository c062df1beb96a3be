using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// A figure that people enter: the organisation's own (自评) with its evidence, and the value that the level above found (核定).
/// The reviewed value alone counts; where it differs the reason stands beside it. Nobody reviews what they entered.
/// </summary>
public sealed class ManualFigure : ITenantOwned, IVersioned
{
    public const int MostEvidence = 1000;
    public const int MostDocument = 120;
    public const int MostFileName = 200;
    public const int MostNote = 500;

    private ManualFigure()
    {
    }

    public Guid TenantId { get; private set; }

    public int QuarterKey { get; private set; }

    public Guid UnitId { get; private set; }

    public string ItemCode { get; private set; } = "";

    public ManualState State { get; private set; }

    /// <summary>Canonical text, see <see cref="FigureEntry"/>.</summary>
    public string SelfFigure { get; private set; } = "";

    public string Evidence { get; private set; } = "";

    /// <summary>Document number of the evidence; empty for none.</summary>
    public string Document { get; private set; } = "";

    /// <summary>Name under which the evidence is filed at the organisation; empty for none.</summary>
    public string FileName { get; private set; } = "";

    public DateTime EnteredUtc { get; private set; }

    public Guid EnteredBy { get; private set; }

    /// <summary>Canonical text; empty until reviewed.</summary>
    public string ReviewedFigure { get; private set; } = "";

    /// <summary>Why the reviewed value differs, or why the figure went back.</summary>
    public string ReviewNote { get; private set; } = "";

    public DateTime? ReviewedUtc { get; private set; }

    public Guid? ReviewedBy { get; private set; }

    public int Version { get; private set; }

    public static ManualFigure New(Guid tenantId, Quarter quarter, Guid unitId, string itemCode) =>
        new() { TenantId = tenantId, QuarterKey = quarter.Key, UnitId = unitId, ItemCode = itemCode };

    public void Enter(string figure, string evidence, string document, string fileName, Guid personId, DateTime now)
    {
        if (State == ManualState.Reviewed)
        {
            throw new InvalidOperationException("A reviewed figure is entered anew only after it was returned.");
        }

        (State, SelfFigure, Evidence, Document, FileName) = (ManualState.Entered, figure, evidence, document, fileName);
        (EnteredBy, EnteredUtc) = (personId, now);
        (ReviewedFigure, ReviewNote, ReviewedBy, ReviewedUtc) = ("", "", null, null);
    }

    /// <summary>Sets the value that counts.</summary>
    public void Review(string figure, string note, Guid personId, DateTime now)
    {
        if (State != ManualState.Entered || personId == EnteredBy || (figure != SelfFigure && note.Length == 0))
        {
            throw new InvalidOperationException("An entered figure is reviewed by another person, and changed for a reason.");
        }

        (State, ReviewedFigure, ReviewNote, ReviewedBy, ReviewedUtc) = (ManualState.Reviewed, figure, note, personId, now);
    }

    /// <summary>Gives it back to the organisation; a review that was made no longer counts.</summary>
    public void Return(string note, Guid personId, DateTime now)
    {
        if (State == ManualState.Returned || personId == EnteredBy || note.Length == 0)
        {
            throw new InvalidOperationException("A figure is returned once, by another person, for a reason.");
        }

        (State, ReviewedFigure, ReviewNote, ReviewedBy, ReviewedUtc) = (ManualState.Returned, "", note, personId, now);
    }
}
