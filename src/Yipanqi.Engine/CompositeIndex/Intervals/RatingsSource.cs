namespace Yipanqi.Engine.CompositeIndex;

/// <summary>A mean rating on 1–5, redrawn as a multinomial over the stored counts.</summary>
/// <param name="Counts">Five columns: how many rated 1, 2, 3, 4 and 5, one per row; a row of zeros is held fixed.</param>
public sealed record RatingsSource(int[][] Counts) : RedrawSource
{
    /// <summary>Ratings go from 1 to this.</summary>
    public const int Steps = 5;

    // Up to here one answer after another is quicker than splitting the whole number over the steps.
    private const int FewAnswers = 256;

    internal override double Draw(int row, double value, SeededRandom random)
    {
        Span<int> upTo = stackalloc int[Steps];
        var answers = 0;
        for (var step = 0; step < Steps; step++)
        {
            upTo[step] = answers += Counts[step][row];
        }

        return answers == 0 ? value
            : answers <= FewAnswers ? OneByOne(upTo, answers, random)
            : AllAtOnce(row, answers, random);
    }

    // A multinomial over the shares of the counts is the same as drawing that many stored answers with replacement;
    // 32 bits choose one of at most 256 answers evenly to 1 in 10 million.
    private static double OneByOne(ReadOnlySpan<int> upTo, int answers, SeededRandom random)
    {
        int one = upTo[0], two = upTo[1], three = upTo[2], four = upTo[3];
        var sum = answers;
        ulong bits = 0;
        for (var i = 0; i < answers; i++)
        {
            bits = (i & 1) == 0 ? random.NextUInt64() : bits >> 32;
            var answer = (int)(((bits & uint.MaxValue) * (uint)answers) >> 32);
            sum += (answer >= one ? 1 : 0) + (answer >= two ? 1 : 0) + (answer >= three ? 1 : 0) + (answer >= four ? 1 : 0);
        }

        return (double)sum / answers;
    }

    private double AllAtOnce(int row, int answers, SeededRandom random)
    {
        Span<double> shares = stackalloc double[Steps];
        Span<int> drawn = stackalloc int[Steps];
        for (var step = 0; step < Steps; step++)
        {
            shares[step] = Counts[step][row];
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
