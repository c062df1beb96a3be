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
}
