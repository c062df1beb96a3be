namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The analytic hierarchy process: weights from pairwise judgements (Saaty 1980). See docs/methods/ahp.md.</summary>
public static class Ahp
{
    /// <summary>The largest consistency ratio that counts as acceptable (Saaty 1980, ch. 1).</summary>
    public const double AcceptableRatio = 0.10;

    private const int MostSteps = 100_000;
    private const double Settled = 1e-13;

    /// <summary>Weights by three methods, the principal eigenvalue and the consistency index of a matrix.</summary>
    public static AhpSolution Solve(JudgementMatrix matrix)
    {
        var eigenvector = Eigenvector(matrix);
        var lambda = Times(matrix, eigenvector).Sum();
        return new AhpSolution(eigenvector, GeometricMean(matrix), ColumnNormalisedMean(matrix), lambda, ConsistencyIndex(lambda, matrix.Size));
    }

    /// <summary><c>CI = (λmax − n)/(n − 1)</c>, at least 0: λmax of a consistent matrix may come out below n by rounding. 0 for n ≤ 2.</summary>
    /// <param name="lambdaMax">Principal eigenvalue.</param>
    /// <param name="size">Size n of the matrix.</param>
    public static double ConsistencyIndex(double lambdaMax, int size) => size <= 2 ? 0 : Math.Max(0, (lambdaMax - size) / (size - 1));

    /// <summary>λmax as estimated from given weights, the mean of <c>(A·w)_i/w_i</c>; exact for the eigenvector.</summary>
    /// <param name="matrix">Judgements A.</param>
    /// <param name="weights">Weights w above 0, of any scale.</param>
    public static double LambdaFrom(JudgementMatrix matrix, double[] weights) =>
        Times(matrix, weights).Select((value, i) => value / weights[i]).Sum() / matrix.Size;

    /// <summary>
    /// The judgement to look at first: the pair with the largest <c>|ln(a_ij·w_j/w_i)|</c>; null for a matrix where no pair
    /// disagrees with the weights by more than rounding.
    /// </summary>
    /// <remarks>Source: Saaty 2003, European Journal of Operational Research 145(1), section 4.</remarks>
    public static AhpContradiction? MostInconsistent(JudgementMatrix matrix)
    {
        var weights = Eigenvector(matrix);
        AhpContradiction? worst = null;
        var largest = 1e-9;
        for (var i = 0; i < matrix.Size; i++)
        {
            for (var j = i + 1; j < matrix.Size; j++)
            {
                var implied = weights[i] / weights[j];
                var distance = Math.Abs(Math.Log(matrix[i, j] / implied));
                if (distance > largest)
                {
                    (largest, worst) = (distance, new AhpContradiction(i, j, matrix[i, j], implied));
                }
            }
        }

        return worst;
    }

    /// <summary>
    /// Weights of a group from its members' weights (AIP, arithmetic): the mean of the members' eigenvectors. The other way is
    /// <see cref="JudgementMatrix.OfGroup(IReadOnlyList{JudgementMatrix})"/> (AIJ).
    /// </summary>
    /// <remarks>Source: Forman and Peniwati 1998, European Journal of Operational Research 108(1).</remarks>
    public static double[] GroupPriorities(IReadOnlyList<JudgementMatrix> members) => Combine(members, weight => weight, mean => mean);

    /// <summary>The same by the geometric mean of the members' weights, rescaled to the sum 1 (AIP, geometric).</summary>
    public static double[] GroupPrioritiesGeometric(IReadOnlyList<JudgementMatrix> members) => Combine(members, Math.Log, Math.Exp);

    /// <summary>
    /// Weights of alternatives over two levels: <c>Σ_c w_c·v_ca</c>, w the eigenvector of the criteria, v_c that of the
    /// alternatives under criterion c. Sum 1.
    /// </summary>
    /// <param name="criteria">Judgements of n criteria.</param>
    /// <param name="alternatives">For each criterion the judgements of the same alternatives.</param>
    /// <exception cref="IndexRefusedException"><c>levels_do_not_fit</c>.</exception>
    public static double[] Synthesise(JudgementMatrix criteria, IReadOnlyList<JudgementMatrix> alternatives)
    {
        if (alternatives.Count != criteria.Size || alternatives.Any(matrix => matrix.Size != alternatives[0].Size))
        {
            throw new IndexRefusedException(
                "levels_do_not_fit", $"There are {criteria.Size} criteria and {alternatives.Count} matrices of alternatives: give one matrix for each criterion, all of the same size.");
        }

        var weights = Eigenvector(criteria);
        var composite = new double[alternatives[0].Size];
        for (var c = 0; c < weights.Length; c++)
        {
            var local = Eigenvector(alternatives[c]);
            for (var a = 0; a < composite.Length; a++)
            {
                composite[a] += weights[c] * local[a];
            }
        }

        return composite;
    }

    // Power iteration: the matrix is positive, so by Perron's theorem it converges to the principal eigenvector from any positive start.
    private static double[] Eigenvector(JudgementMatrix matrix)
    {
        var weights = GeometricMean(matrix);
        var lastChange = double.PositiveInfinity;
        for (var step = 0; step < MostSteps; step++)
        {
            var next = Weights.Rescale(Times(matrix, weights));
            var change = next.Zip(weights, (a, b) => Math.Abs(a - b)).Max();
            weights = next;
            if (change == 0 || (change < Settled && change >= lastChange))
            {
                break;
            }

            lastChange = change;
        }

        return weights;
    }

    private static double[] GeometricMean(JudgementMatrix matrix) =>
        Weights.Rescale([.. Indices(matrix).Select(i => Math.Exp(Indices(matrix).Sum(j => Math.Log(matrix[i, j])) / matrix.Size))]);

    private static double[] ColumnNormalisedMean(JudgementMatrix matrix)
    {
        var sums = Indices(matrix).Select(j => Indices(matrix).Sum(i => matrix[i, j])).ToArray();
        return [.. Indices(matrix).Select(i => Indices(matrix).Sum(j => matrix[i, j] / sums[j]) / matrix.Size)];
    }

    private static double[] Times(JudgementMatrix matrix, double[] weights) =>
        [.. Indices(matrix).Select(i => Indices(matrix).Sum(j => matrix[i, j] * weights[j]))];

    private static IEnumerable<int> Indices(JudgementMatrix matrix) => Enumerable.Range(0, matrix.Size);

    private static double[] Combine(IReadOnlyList<JudgementMatrix> members, Func<double, double> before, Func<double, double> after)
    {
        if (members.Count == 0 || members.Any(member => member.Size != members[0].Size))
        {
            throw new ArgumentException("Give at least one matrix, and all of the same size.");
        }

        var solutions = members.Select(Eigenvector).ToArray();
        return Weights.Rescale([.. Indices(members[0]).Select(i => after(solutions.Sum(weights => before(weights[i])) / members.Count))]);
    }
}
