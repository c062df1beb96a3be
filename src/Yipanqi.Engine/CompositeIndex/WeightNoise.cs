namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// How far ranks hang on the exact weights: weights of the noisy nodes become <c>w·(1 + f·U(−1, 1))</c>, each independently,
/// scores are aggregated anew by the arithmetic mean, rescaled in each group, and ranked. See docs/methods/sensitivity.md.
/// </summary>
/// <remarks>Source: COINr, function get_noisy_weights; Saisana, Saltelli and Tarantola 2005, JRSS A 168(2).</remarks>
public sealed class WeightNoise
{
    private readonly WeightTree _tree;
    private readonly double _share;
    private readonly double[][] _scores;
    private readonly double[] _weights;
    private readonly int _from;

    /// <summary>Prepares an analysis.</summary>
    /// <param name="tree">The tree and which of its weights are uncertain.</param>
    /// <param name="leafScores">Normalised scores, more is better: units in rows, leaves in columns, missing NaN.</param>
    /// <param name="share">Noise f, within [0, 1]: 0.25 lets each weight move by up to a quarter.</param>
    /// <exception cref="IndexRefusedException"><c>share_outside_0_1</c>, <c>columns_do_not_fit_tree</c>.</exception>
    public WeightNoise(WeightTree tree, Matrix leafScores, double share)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw new IndexRefusedException("share_outside_0_1", $"The noise is {share:R}: give a number from 0 to 1, for instance 0.25.");
        }

        if (leafScores.Columns != tree.LeafCount)
        {
            throw new IndexRefusedException("columns_do_not_fit_tree", $"There are {leafScores.Columns} columns of scores for {tree.LeafCount} leaves: give one for each.");
        }

        (_tree, _share, _weights) = (tree, share, (double[])tree.BaseWeights.Clone());
        _scores = [.. tree.Parents.Select((_, node) => node < tree.LeafCount ? leafScores.Column(node).ToArray() : new double[leafScores.Rows])];
        tree.Aggregate(_scores, _weights, tree.LeafCount);
        _from = tree.NoisyNodes.Select(node => tree.Parents[node]).Append(tree.Parents.Length).Min();
    }

    /// <summary>Ranks under given noise.</summary>
    /// <param name="noise">For each noisy node a number within [−1, 1]; all 0 gives the nominal ranks.</param>
    /// <param name="ranks">Receives one rank per unit, 0 where a unit has no score.</param>
    public void Rank(ReadOnlySpan<double> noise, Span<int> ranks)
    {
        for (var i = 0; i < noise.Length; i++)
        {
            var node = _tree.NoisyNodes[i];
            _weights[node] = _tree.BaseWeights[node] * (1 + _share * noise[i]);
        }

        _tree.Aggregate(_scores, _weights, _from);
        Ranking.Competition(_scores[^1], ranks);
    }

    /// <summary>Distribution of each unit's rank over random noise; null for a unit without a score.</summary>
    /// <param name="draws">Number of draws, at least 1.</param>
    /// <param name="seed">Seed, to be published with the result.</param>
    public RankDistribution?[] Draw(int draws, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var random = new SeededRandom(seed);
        var noise = new double[_tree.NoisyNodes.Count];
        var ranks = new int[_scores[0].Length];
        var all = ranks.Select(_ => new int[draws]).ToArray();
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < noise.Length; i++)
            {
                noise[i] = 2 * random.NextDouble() - 1;
            }

            Rank(noise, ranks);
            for (var unit = 0; unit < ranks.Length; unit++)
            {
                all[unit][draw] = ranks[unit];
            }
        }

        return [.. all.Select(unit => unit[0] == 0 ? null : RankDistribution.Of(unit))];
    }

    /// <summary>
    /// Sobol indices of each noisy weight for the mean shift of ranks, <c>Σ|rank − nominal rank|/units</c>, over the same noise.
    /// </summary>
    /// <param name="points">Number of points N of the base samples; the analysis ranks N·(d+2) times.</param>
    /// <param name="seed">Seed, to be published with the result.</param>
    /// <exception cref="IndexRefusedException"><c>output_constant</c> where no noise moves any rank.</exception>
    public SobolIndices ExplainShift(int points, ulong seed)
    {
        var count = _tree.NoisyNodes.Count;
        var nominal = new int[_scores[0].Length];
        Rank(new double[count], nominal);
        var ranks = new int[nominal.Length];
        var noise = new double[count];
        return Sobol.Analyse(Shift, count, points, seed);

        double Shift(ReadOnlySpan<double> inputs)
        {
            for (var i = 0; i < noise.Length; i++)
            {
                noise[i] = 2 * inputs[i] - 1;
            }

            Rank(noise, ranks);
            return ranks.Zip(nominal, (rank, before) => (double)Math.Abs(rank - before)).Average();
        }
    }
}
