namespace Yipanqi.Engine.CompositeIndex;

/// <summary>A column after the treatment of outliers, with what was done.</summary>
/// <param name="Values">The treated column; missing cells stay NaN.</param>
/// <param name="Before">Shape of the column as it came.</param>
/// <param name="WinsorisedCount">Number of cells changed by winsorising, high and low together; 0 where the column passed at once.</param>
/// <param name="Winsorised">Shape after winsorising; that of <paramref name="Before"/> where nothing was changed.</param>
/// <param name="Logged">Shape after the logarithm; null where it was not needed.</param>
/// <param name="Points">What was done to each cell.</param>
public sealed record TreatedColumn(
    double[] Values, DistributionShape Before, int WinsorisedCount, DistributionShape Winsorised, DistributionShape? Logged, TreatedPoint[] Points);
