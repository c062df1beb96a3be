using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The figure of one item of one unit, its own or pooled, with all that a further pooling needs. NaN is absent. A run makes one for each
/// observation, so it is no object.
/// </summary>
/// <param name="Parts">Counts of a rating, or met and due of each part in turn; empty where there are none.</param>
/// <param name="Records">Values of a median with their weights.</param>
internal readonly record struct ItemFigure(
    double Value, AbsenceReason Reason, double Numerator = double.NaN, double Denominator = double.NaN, double Size = double.NaN)
{
    public double[] Parts { get; init; } = [];

    public (double[] Values, double[] Weights)? Records { get; init; }

    public static ItemFigure Absent(AbsenceReason reason) => new(double.NaN, reason);
}
