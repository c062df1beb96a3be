namespace Yipanqi.Engine.CompositeIndex;

/// <summary>A mean rating on 1–5, redrawn as a multinomial over the stored counts.</summary>
/// <param name="Counts">Five columns: how many rated 1, 2, 3, 4 and 5, one per row; a row of zeros is held fixed.</param>
public sealed record RatingsSource(int[][] Counts) : RedrawSource
{
    /// <summary>Ratings go from 1 to this.</summary>
    public const int Steps = 5;

    internal override double Draw(int row, double value, SeededRandom random)
    {
        Span<double> shares = stackalloc double[Steps];
        Span<int> drawn = stackalloc int[Steps];
        var answers = 0;
        for (var step = 0; step < Steps; step++)
        {
            shares[step] = Counts[step][row];
            answers += Counts[step][row];
        }

        if (answers == 0)
        {
            return value;
        }

        random.NextMultinomial(answers, shares, drawn);
        double sum = 0;
        for (var step = 0; step < Steps; step++)
        {
            sum += (step + 1) * drawn[step];
        }

        return sum / answers;
    }
}
