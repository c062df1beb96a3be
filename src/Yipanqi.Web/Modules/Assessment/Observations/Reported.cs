using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One reported figure, or the reason why there is none.</summary>
/// <param name="Parts">JSON of <see cref="ObservationParts"/>, or empty.</param>
public sealed record Reported(
    double? Value, double? Numerator = null, double? Denominator = null, double? SampleSize = null, string Parts = "",
    AbsenceReason Absence = AbsenceReason.None, string Source = "");
