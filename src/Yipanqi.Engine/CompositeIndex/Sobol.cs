namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Variance-based sensitivity of a model with d independent inputs, by base samples A and B of N points and the mixed samples
/// AB_i, which are A with column i from B: N·(d+2) runs of the model. See docs/methods/sensitivity.md.
/// </summary>
public static class Sobol
{
    /// <summary>A model: one point of d inputs in, one figure out.</summary>
    public delegate double Model(ReadOnlySpan<double> inputs);

    /// <summary>Draws a base sample, uniform on [0, 1).</summary>
    /// <param name="random">Seeded generator; draw A first, then B.</param>
    /// <param name="points">Number of points N.</param>
    /// <param name="inputs">Number of inputs d.</param>
    /// <returns>N rows of d inputs.</returns>
    public static double[][] BaseSample(SeededRandom random, int points, int inputs)
    {
        var sample = new double[points][];
        for (var i = 0; i < points; i++)
        {
            sample[i] = new double[inputs];
            for (var j = 0; j < inputs; j++)
            {
                sample[i][j] = random.NextDouble();
            }
        }

        return sample;
    }

    /// <summary>The mixed sample AB_i.</summary>
    /// <param name="a">Base sample A.</param>
    /// <param name="b">Base sample B.</param>
    /// <param name="input">Input i, counted from 0, whose column comes from B.</param>
    public static double[][] Mix(double[][] a, double[][] b, int input)
    {
        var mixed = new double[a.Length][];
        for (var i = 0; i < a.Length; i++)
        {
            mixed[i] = (double[])a[i].Clone();
            mixed[i][input] = b[i][input];
        }

        return mixed;
    }

    /// <summary>Runs a model of inputs uniform on [0, 1) over seeded base samples and estimates its indices.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">Number of inputs d.</param>
    /// <param name="points">Number of points N; errors shrink with √N, a few thousand is customary.</param>
    /// <param name="seed">Seed of the samples, to be published with the result.</param>
    /// <param name="estimator">Estimator.</param>
    /// <exception cref="IndexRefusedException"><c>output_constant</c>.</exception>
    public static SobolIndices Analyse(Model model, int inputs, int points, ulong seed, SobolEstimator estimator = SobolEstimator.Centred)
    {
        var random = new SeededRandom(seed);
        var a = BaseSample(random, points, inputs);
        var b = BaseSample(random, points, inputs);
        var mixed = Enumerable.Range(0, inputs).Select(i => Run(model, Mix(a, b, i))).ToArray();
        return Estimate(Run(model, a), Run(model, b), mixed, estimator);
    }

    /// <summary>
    /// Estimates the indices from outputs: <c>S_i = mean(yB·(yAB_i − yA))/V</c>, <c>ST_i = mean((yA − yAB_i)²)/(2V)</c>,
    /// V the variance of yA and yB together.
    /// </summary>
    /// <param name="yA">Outputs at A.</param>
    /// <param name="yB">Outputs at B.</param>
    /// <param name="yMixed">Outputs at AB_i, one array for each input.</param>
    /// <param name="estimator">Whether outputs are centred, and by what V is divided.</param>
    /// <exception cref="IndexRefusedException"><c>output_constant</c>: the output does not vary, so there is nothing to explain.</exception>
    /// <remarks>
    /// S: Saltelli et al. 2010, Computer Physics Communications 181(2), table 2 (b); ST: Jansen 1999, ibid. (f).
    /// </remarks>
    public static SobolIndices Estimate(ReadOnlySpan<double> yA, ReadOnlySpan<double> yB, IReadOnlyList<double[]> yMixed, SobolEstimator estimator)
    {
        Column.RequireSameLength(yA, yB);
        double[] both = [.. yA, .. yB];
        if (!Column.Varies(both))
        {
            throw new IndexRefusedException("output_constant", "The output is the same at all points, so no input explains anything: widen the ranges of the inputs.");
        }

        var deviation = Column.MeanAndDeviation(both).Deviation;
        var variance = deviation * deviation;
        var (centre, divisor) = estimator == SobolEstimator.Centred
            ? (Column.Mean([.. both, .. yMixed.SelectMany(outputs => outputs)]), variance * (both.Length - 1) / both.Length)
            : (0, variance);
        var (first, total) = (new double[yMixed.Count], new double[yMixed.Count]);
        for (var i = 0; i < yMixed.Count; i++)
        {
            Column.RequireSameLength(yA, yMixed[i]);
            for (var k = 0; k < yA.Length; k++)
            {
                var step = yMixed[i][k] - yA[k];
                first[i] += (yB[k] - centre) * step;
                total[i] += step * step;
            }

            first[i] /= yA.Length * divisor;
            total[i] /= 2 * yA.Length * divisor;
        }

        return new SobolIndices(first, total);
    }

    private static double[] Run(Model model, double[][] sample) => [.. sample.Select(point => model(point))];
}
