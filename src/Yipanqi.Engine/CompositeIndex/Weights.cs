namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Weights of the children of one node: none below 0, sum 1.</summary>
/// <remarks>See docs/methods/weights.md.</remarks>
public static class Weights
{
    /// <summary>Equal weights, 1/n each.</summary>
    /// <param name="count">Number of criteria n, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no criterion.</exception>
    public static double[] Equal(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var weights = new double[count];
        Array.Fill(weights, 1.0 / count);
        return weights;
    }

    /// <summary>Rescales weights of any scale to the sum 1.</summary>
    /// <exception cref="IndexRefusedException"><c>weight_negative</c>; <c>weights_sum_to_zero</c> where no criterion has a weight.</exception>
    public static double[] Rescale(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (var j = 0; j < weights.Length; j++)
        {
            sum += weights[j] >= 0 && double.IsFinite(weights[j])
                ? weights[j]
                : throw new IndexRefusedException("weight_negative", $"Weight {j + 1} is {weights[j]:R}: give a finite weight of at least 0.") { Column = j };
        }

        if (!(sum > 0))
        {
            throw new IndexRefusedException(
                "weights_sum_to_zero", "No criterion has a weight above 0: for objective weights no column tells the units apart, so use equal or subjective weights.");
        }

        var rescaled = weights.ToArray();
        for (var j = 0; j < rescaled.Length; j++)
        {
            rescaled[j] /= sum;
        }

        return rescaled;
    }

    /// <summary>Combined weights <c>α·subjective + (1−α)·objective</c>, both first rescaled to the sum 1.</summary>
    /// <param name="subjective">Weights by judgement, for instance from AHP.</param>
    /// <param name="objective">Weights from the data, for instance by entropy.</param>
    /// <param name="alpha">Share α of the subjective weights, within [0, 1].</param>
    /// <exception cref="IndexRefusedException"><c>share_outside_0_1</c>, <c>weight_negative</c>, <c>weights_sum_to_zero</c>.</exception>
    public static double[] Blend(ReadOnlySpan<double> subjective, ReadOnlySpan<double> objective, double alpha)
    {
        Column.RequireSameLength(subjective, objective);
        if (!(alpha is >= 0 and <= 1))
        {
            throw new IndexRefusedException("share_outside_0_1", $"The share of the subjective weights is {alpha:R}: give a number from 0 to 1.");
        }

        var (byJudgement, byData) = (Rescale(subjective), Rescale(objective));
        for (var j = 0; j < byData.Length; j++)
        {
            byData[j] = alpha * byJudgement[j] + (1 - alpha) * byData[j];
        }

        return byData;
    }

    /// <summary>
    /// Weights as a scheme keeps them: multiples of a step that add up to <paramref name="total"/> exactly. Each
    /// weight is cut down to a multiple, and what is left goes, one step each, to the largest rests, the earlier one where they are equal.
    /// </summary>
    /// <param name="weights">Weights of any scale, at least 0.</param>
    /// <param name="total">Their sum to be, a multiple of the step.</param>
    /// <param name="stepsPerUnit">Steps in 1: 1,000,000 for six decimals.</param>
    /// <remarks>Source: the method of largest remainders (Hamilton 1792); Balinski and Young 1982, Fair Representation.</remarks>
    /// <exception cref="IndexRefusedException"><c>weight_negative</c>, <c>weights_sum_to_zero</c>.</exception>
    public static double[] Apportion(ReadOnlySpan<double> weights, double total, int stepsPerUnit = 1_000_000)
    {
        var steps = (long)Math.Round(total * stepsPerUnit);
        var shares = Rescale(weights);
        var whole = Array.ConvertAll(shares, share => (long)Math.Floor(share * steps));
        var rests = shares.Select((share, j) => share * steps - whole[j]).ToArray();
        var left = steps - whole.Sum();
        foreach (var j in Enumerable.Range(0, shares.Length).OrderByDescending(j => rests[j]).Take((int)left))
        {
            whole[j]++;
        }

        return Array.ConvertAll(whole, count => count / (double)stepsPerUnit);
    }
}
