namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Rounds once for publication, half away from zero: what is shown is what decides (assessment rules, section 3, signal 1).
/// Never rank or calculate on with a rounded figure.
/// </summary>
/// <remarks>
/// A figure is taken at 15 significant digits before it is rounded, so that 79.95 reached by a sum (in binary a hair
/// below) rounds as the decimal 79.95 does, up.
/// </remarks>
public static class PublishedFigure
{
    /// <summary>Scores, gaps and falls: one decimal. NaN stays NaN.</summary>
    public static double Tenth(double figure) => Round(figure, 1);

    /// <summary>Coordination degree D: three decimals. NaN stays NaN.</summary>
    public static double Thousandth(double figure) => Round(figure, 3);

    private static double Round(double figure, int decimals) =>
        double.IsNaN(figure) ? figure : (double)decimal.Round((decimal)figure, decimals, MidpointRounding.AwayFromZero);
}
