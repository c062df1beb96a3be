using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The columns of one item that a run is made of and that its snapshot keeps. NaN is absent.</summary>
/// <param name="Parts">Columns of counts: of a rating five, of parts met then due, of a weighted share one; none where nobody has any. See <see cref="PartColumns"/>.</param>
internal sealed record ItemInput(
    string Code, double[] Values, AbsenceReason[] Reasons, double[] Numerators, double[] Denominators, double[] Sizes, FigureOrigin[] Origins, double[][] Parts)
{
    /// <param name="figureOf">Figure and origin of each position; asked once, in order.</param>
    public static ItemInput Of(string code, int rows, Func<int, (ItemFigure Figure, FigureOrigin Origin)> figureOf)
    {
        var input = new ItemInput(
            code, new double[rows], new AbsenceReason[rows], new double[rows], new double[rows], new double[rows], new FigureOrigin[rows], []);
        var parts = new double[rows][];
        for (var row = 0; row < rows; row++)
        {
            var (figure, origin) = figureOf(row);
            (input.Values[row], input.Reasons[row], input.Origins[row], parts[row]) = (figure.Value, figure.Reason, origin, figure.Parts);
            (input.Numerators[row], input.Denominators[row], input.Sizes[row]) = (figure.Numerator, figure.Denominator, figure.Size);
        }

        return input with { Parts = PartColumns.Of(parts) };
    }

    /// <summary>As the engine takes it, with what the figures are redrawn from for the interval of the rank.</summary>
    public ItemColumn ToColumn(SchemeItem item) => new(Values)
    {
        Reasons = Reasons,
        Redraw = item switch
        {
            { Weighted: true } when Parts.Length == 1 => new WeightedShareSource(Parts[0]),
            { RatingSteps: > 0 } when Parts.Length == RatingsSource.Steps => new RatingsSource([.. Parts.Select(Counts)]),
            { Kind: FigureKind.MinHop } when Parts.Length > 0 => FromParts(PartsFormula.MinHopRatio),
            { Kind: FigureKind.Difference } when Parts.Length > 0 => FromParts(PartsFormula.Difference),
            { Kind: FigureKind.Ratio, Weighted: false } when Numerators.Any(n => !double.IsNaN(n)) => new CountsSource(Numerators, Denominators),
            _ => null,
        },
    };

    private PartsSource FromParts(PartsFormula formula) => new(formula, Parts[..(Parts.Length / 2)], Parts[(Parts.Length / 2)..]);

    private static int[] Counts(double[] column) => [.. column.Select(c => double.IsNaN(c) ? 0 : (int)c)];
}
