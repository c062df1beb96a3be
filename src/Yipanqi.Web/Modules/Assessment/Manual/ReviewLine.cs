namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One self-reported figure as a reviewer and a trace see it.</summary>
/// <param name="Version">Of the row that was read.</param>
/// <param name="CanReview">Entered by another person, and the actor's post stands above the unit.</param>
public sealed record ReviewLine(
    Guid UnitId, string UnitCode, string ShortName, string ItemCode, string ItemName, string ItemUnit, ManualState State,
    string SelfFigure, string Evidence, string Document, string FileName, string EnteredBy, DateTime EnteredUtc,
    string ReviewedFigure, string ReviewNote, string ReviewedBy, DateTime? ReviewedUtc, bool CanReview, int Version)
{
    /// <summary>Names it in a box and in an address.</summary>
    public string Key => $"{UnitId}.{ItemCode}";
}
