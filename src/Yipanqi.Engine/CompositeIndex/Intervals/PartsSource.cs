namespace Yipanqi.Engine.CompositeIndex;

/// <summary>A figure made of several rates: each rate is redrawn from its counts, then the figure calculated again.</summary>
/// <param name="Formula">How the figure is made of the rates.</param>
/// <param name="Numerators">One column per part; of a chain from the top level down.</param>
/// <param name="Denominators">One column per part; NaN or 0 where a part has nothing due.</param>
public sealed record PartsSource(PartsFormula Formula, double[][] Numerators, double[][] Denominators) : RedrawSource
{
    private const int MostParts = 16;

    internal override double Draw(int row, double value, SeededRandom random)
    {
        var parts = Numerators.Length;
        Span<double> met = stackalloc double[MostParts], due = stackalloc double[MostParts], rates = stackalloc double[MostParts];
        for (var part = 0; part < parts; part++)
        {
            (met[part], due[part]) = (Numerators[part][row], Denominators[part][row]);
            rates[part] = due[part] > 0 ? DrawRate(met[part], due[part], random) : double.NaN;
        }

        var drawn = PartsFigure.Of(Formula, met[..parts], due[..parts], rates[..parts]);
        return double.IsNaN(drawn) ? value : drawn;
    }
}
