namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>What every change of a unit is entered with, as typed.</summary>
/// <param name="Version">The version of the unit that the person read.</param>
/// <param name="Day">The first day of the new state.</param>
/// <param name="Basis">Number of the document, or the meeting that decided.</param>
public sealed record UnitChangeBasis(int Version, string Day, string Basis, string Note)
{
    public const int BasisLength = 200;
    public const int NoteLength = 500;
}
