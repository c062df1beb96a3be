namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Pairwise judgements of the analytic hierarchy process: a_ij says how many times as important criterion i is as criterion j.
/// Every instance is square, complete, positive, with ones on the diagonal, and reciprocal (a_ji = 1/a_ij).
/// </summary>
/// <remarks>Source: Saaty 1980, The Analytic Hierarchy Process, ch. 1 and 3. See docs/methods/ahp.md.</remarks>
public sealed class JudgementMatrix
{
    /// <summary>
    /// How far a_ij·a_ji may be from 1: what rounding a reciprocal to three decimals can cause on the scale 1–9 (9 · 0.0005).
    /// </summary>
    public const double ReciprocityTolerance = 0.0045;

    private readonly double[] _cells;

    private JudgementMatrix(int size, double[] cells) => (Size, _cells) = (size, cells);

    /// <summary>Number of criteria n, at least 1.</summary>
    public int Size { get; }

    /// <summary>The judgement a_ij, counted from 0.</summary>
    public double this[int row, int column] => _cells[row * Size + column];

    /// <summary>Takes a full matrix of judgements as it is written.</summary>
    /// <param name="rows">n rows of n judgements above 0.</param>
    /// <exception cref="IndexRefusedException">
    /// <c>matrix_not_square</c>, <c>judgement_not_positive</c>, <c>diagonal_not_one</c>, <c>not_reciprocal</c>; row and column name the cell.
    /// </exception>
    public static JudgementMatrix FromRows(IReadOnlyList<double[]> rows)
    {
        var size = rows.Count;
        var cells = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            if (rows[i].Length != size)
            {
                throw new IndexRefusedException("matrix_not_square", $"Row {i + 1} has {rows[i].Length} judgements, but there are {size} rows: give as many columns as rows.") { Row = i };
            }

            for (var j = 0; j < size; j++)
            {
                cells[i * size + j] = Valid(rows, i, j);
            }
        }

        return size > 0
            ? new JudgementMatrix(size, cells)
            : throw new IndexRefusedException("matrix_not_square", "The matrix is empty: give at least one criterion.");
    }

    /// <summary>Completes a matrix from the judgements above its diagonal, row by row: a₁₂, a₁₃, …, a₂₃, ….</summary>
    /// <param name="size">Number of criteria n.</param>
    /// <param name="judgements">n(n−1)/2 judgements above 0.</param>
    /// <exception cref="ArgumentException">There are not n(n−1)/2 judgements.</exception>
    /// <exception cref="IndexRefusedException"><c>judgement_not_positive</c>.</exception>
    public static JudgementMatrix FromUpperTriangle(int size, ReadOnlySpan<double> judgements)
    {
        if (judgements.Length != size * (size - 1) / 2)
        {
            throw new ArgumentException($"{judgements.Length} judgements for {size} criteria: give {size * (size - 1) / 2}.");
        }

        var rows = Enumerable.Range(0, size).Select(_ => new double[size]).ToArray();
        var next = 0;
        for (var i = 0; i < size; i++)
        {
            rows[i][i] = 1;
            for (var j = i + 1; j < size; j++)
            {
                rows[i][j] = judgements[next++];
                rows[j][i] = 1 / rows[i][j];
            }
        }

        return FromRows(rows);
    }

    /// <summary>
    /// The judgement of a group (AIJ): each cell the geometric mean of the members' cells, the only mean that keeps it reciprocal
    /// (Aczél and Saaty 1983, Journal of Mathematical Psychology 27(1)).
    /// </summary>
    /// <param name="members">At least one matrix, all of one size.</param>
    /// <exception cref="ArgumentException">There is none, or the sizes differ.</exception>
    public static JudgementMatrix OfGroup(IReadOnlyList<JudgementMatrix> members) => OfGroup(members, [.. members.Select(_ => 1.0)]);

    /// <summary>
    /// The same where members count differently: <c>a_ij = exp(Σ_k v_k·ln a_ijk / Σ_k v_k)</c>
    /// (Aczél and Alsina 1986, On synthesis of judgements, Socio-Economic Planning Sciences 20(6)).
    /// </summary>
    /// <param name="members">At least one matrix, all of one size.</param>
    /// <param name="votes">What each member counts, v_k above 0, of any scale.</param>
    /// <exception cref="ArgumentException">There is none, the sizes differ, or a vote is not above 0.</exception>
    public static JudgementMatrix OfGroup(IReadOnlyList<JudgementMatrix> members, IReadOnlyList<double> votes)
    {
        if (members.Count == 0 || members.Any(member => member.Size != members[0].Size))
        {
            throw new ArgumentException("Give at least one matrix, and all of the same size.");
        }

        if (votes.Count != members.Count || votes.Any(vote => !(vote > 0) || !double.IsFinite(vote)))
        {
            throw new ArgumentException($"{votes.Count} votes for {members.Count} members: give each a vote above 0.");
        }

        var cells = new double[members[0]._cells.Length];
        for (var k = 0; k < cells.Length; k++)
        {
            double sum = 0, total = 0;
            for (var m = 0; m < members.Count; m++)
            {
                sum += votes[m] * Math.Log(members[m]._cells[k]);
                total += votes[m];
            }

            cells[k] = Math.Exp(sum / total);
        }

        return new JudgementMatrix(members[0].Size, cells);
    }

    private static double Valid(IReadOnlyList<double[]> rows, int i, int j)
    {
        var judgement = rows[i][j];
        if (!(judgement > 0) || !double.IsFinite(judgement))
        {
            throw new IndexRefusedException(
                "judgement_not_positive", $"The judgement a({i + 1},{j + 1}) is {judgement:R}: give a number above 0, such as 3 or 0.333333.")
            { Row = i, Column = j };
        }

        if (i == j && Math.Abs(judgement - 1) > ReciprocityTolerance)
        {
            throw new IndexRefusedException("diagonal_not_one", $"The judgement a({i + 1},{j + 1}) compares a criterion with itself and is {judgement:R}: write 1.") { Row = i, Column = j };
        }

        if (j < i && Math.Abs(judgement * rows[j][i] - 1) > ReciprocityTolerance)
        {
            throw new IndexRefusedException(
                "not_reciprocal",
                $"The judgement a({i + 1},{j + 1}), in row {i + 1} and column {j + 1}, is {judgement:R}, but a({j + 1},{i + 1}) is {rows[j][i]:R}, whose reciprocal is {1 / rows[j][i]:R}: correct one of the two.")
            { Row = i, Column = j };
        }

        return judgement;
    }
}
