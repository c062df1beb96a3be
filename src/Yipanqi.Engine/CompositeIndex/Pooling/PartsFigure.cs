namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Figures made of several rates, from their counts. Roll-up adds the counts of the parts over the subtree and calls
/// these again; a mean of the children's figures would be wrong.
/// </summary>
public static class PartsFigure
{
    /// <summary>A hop counts with at least this many obligations due on either side: assessment rules, section 2, A1.4.</summary>
    public const double LeastDueOfHop = 5;

    /// <summary>A difference needs at least this many tasks on either side: assessment rules, section 2, E3.1.</summary>
    public const double LeastDueOfDifference = 3;

    /// <summary>
    /// Least over the hops of <c>min(1, rate of the lower level / rate of the level above)</c>, within [0, 1]. A hop is left
    /// out where fewer than 5 were due on either side or the upper rate is 0; none left: NotDue.
    /// </summary>
    /// <param name="met">Met on time, from the top level down.</param>
    /// <param name="due">Due, from the top level down.</param>
    public static PooledFigure MinHopRatio(ReadOnlySpan<double> met, ReadOnlySpan<double> due) =>
        Figure(PartsFormula.MinHopRatio, met, due, AbsenceReason.NotDue);

    /// <summary>First rate minus second, within [−1, 1]; NotApplicable where fewer than 3 were due on either side.</summary>
    /// <param name="met">Met on time: of the first kind, of the second.</param>
    /// <param name="due">Due: of the first kind, of the second.</param>
    public static PooledFigure Difference(ReadOnlySpan<double> met, ReadOnlySpan<double> due) =>
        Figure(PartsFormula.Difference, met, due, AbsenceReason.NotApplicable);

    /// <summary>The figure of the given rates; which hops count is decided by the observed counts. NaN where none does.</summary>
    internal static double Of(PartsFormula formula, ReadOnlySpan<double> met, ReadOnlySpan<double> due, ReadOnlySpan<double> rates)
    {
        if (formula == PartsFormula.Difference)
        {
            return due[0] >= LeastDueOfDifference && due[1] >= LeastDueOfDifference ? rates[0] - rates[1] : double.NaN;
        }

        var least = double.NaN;
        for (var lower = 1; lower < rates.Length; lower++)
        {
            var ratio = Hop(met[lower - 1], due[lower - 1], due[lower], rates[lower - 1], rates[lower]);
            least = double.IsNaN(least) ? ratio : double.IsNaN(ratio) ? least : Math.Min(least, ratio);
        }

        return least;
    }

    /// <summary>min(1, rate of the lower level / rate of the level above); equal rates give exactly 1. NaN where the hop is left out, as the observed counts decide.</summary>
    internal static double Hop(double upperMet, double upperDue, double lowerDue, double upperRate, double lowerRate) =>
        upperDue >= LeastDueOfHop && lowerDue >= LeastDueOfHop && upperMet > 0 ? Math.Min(1, lowerRate / upperRate) : double.NaN;

    private static PooledFigure Figure(PartsFormula formula, ReadOnlySpan<double> met, ReadOnlySpan<double> due, AbsenceReason absent)
    {
        if (met.Length != due.Length || met.Length < 2)
        {
            throw new ArgumentException($"{met.Length} numerators and {due.Length} denominators: give one of each for at least two parts.");
        }

        var rates = new double[met.Length];
        for (var part = 0; part < rates.Length; part++)
        {
            rates[part] = met[part] / due[part];
        }

        var value = Of(formula, met, due, rates);
        return double.IsNaN(value) ? new(value, absent) : new(value, AbsenceReason.None);
    }
}
