using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An item of an organisation in one of the two quarters.</summary>
/// <param name="Weight">Share in the index when nothing is missing, 0–1; null where the scheme of the quarter does not have the item.</param>
public sealed record ComparedFigure(double? Value, double? Score, double? Weight, AbsenceReason Absence)
{
    public static readonly ComparedFigure None = new(null, null, null, AbsenceReason.None);

    public bool IsInScheme => Weight is not null;

    public bool HasScore => Score is not null;
}
