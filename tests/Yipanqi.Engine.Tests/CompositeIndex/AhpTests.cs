using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class AhpTests
{
    // Judgements above the diagonal of matrices of 3 to 9 criteria, on Saaty's scale in both directions.
    private static readonly Arbitrary<(int Size, double[] Judgements)> Judgements =
        Gen.Choose(3, 9).SelectMany(size =>
            Gen.Choose(-8, 8).Select(step => step < 0 ? 1.0 / (1 - step) : 1 + step).ArrayOf(size * (size - 1) / 2).Select(judgements => (size, judgements)))
        .ToArbitrary();

    [Fact]
    public void Power_iteration_agrees_with_an_independent_eigenvalue_solver() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Judgements, drawn =>
        {
            var matrix = JudgementMatrix.FromUpperTriangle(drawn.Size, drawn.Judgements);
            var oracle = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(drawn.Size, drawn.Size, (i, j) => matrix[i, j]).Evd();
            var principal = oracle.EigenValues.Select((value, i) => (value.Real, i)).Max();
            var vector = oracle.EigenVectors.Column(principal.i);

            var solution = Ahp.Solve(matrix);

            solution.LambdaMax.ShouldAgreeWith(principal.Real, tolerance: 1e-11);
            solution.Eigenvector.ShouldAgreeWith((vector / vector.Sum()).ToArray(), tolerance: 1e-11);
        }));

    [Fact]
    public void Weights_sum_to_one_and_lambda_is_never_below_n() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Judgements, drawn =>
        {
            var solution = Ahp.Solve(JudgementMatrix.FromUpperTriangle(drawn.Size, drawn.Judgements));
            double[][] weights = [solution.Eigenvector, solution.GeometricMean, solution.ColumnNormalisedMean];
            return weights.All(method => method.All(weight => weight > 0) && Math.Abs(method.Sum() - 1) < 1e-12)
                && solution.LambdaMax >= drawn.Size - 1e-9
                && solution.ConsistencyIndex >= 0;
        }));

    [Fact]
    public void Judgements_made_from_weights_give_them_back_without_contradiction()
    {
        double[] weights = [0.4, 0.3, 0.2, 0.1];
        var matrix = JudgementMatrix.FromRows([.. weights.Select(w => weights.Select(v => w / v).ToArray())]);

        var solution = Ahp.Solve(matrix);

        solution.Eigenvector.ShouldAgreeWith(weights, tolerance: 1e-14);
        solution.ConsistencyRatio(RandomIndexTable.Saaty1980).ShouldBe(0, 1e-14);
        solution.Consistency(RandomIndexTable.Saaty1980).ShouldBe(AhpConsistency.Acceptable);
        Ahp.MostInconsistent(matrix).ShouldBeNull();
    }

    [Fact]
    public void The_judgement_turned_the_wrong_way_round_is_found()
    {
        var matrix = JudgementMatrix.FromUpperTriangle(4, [2, 4, 1 / 8.0, 2, 4, 2]);

        var worst = Ahp.MostInconsistent(matrix);

        Ahp.Solve(matrix).Consistency(RandomIndexTable.Saaty1980).ShouldBe(AhpConsistency.Inconsistent);
        worst.ShouldNotBeNull();
        (worst!.Row, worst.Column, worst.Judgement).ShouldBe((0, 3, 0.125));
        worst.Implied.ShouldBeGreaterThan(5 * worst.Judgement);
    }

    [Fact]
    public void Two_criteria_cannot_contradict_each_other_in_any_table()
    {
        var solution = Ahp.Solve(JudgementMatrix.FromUpperTriangle(2, [7]));

        RandomIndexTable.All.ShouldAllBe(table => solution.ConsistencyRatio(table) == 0);
        Ahp.Solve(JudgementMatrix.FromUpperTriangle(1, [])).Eigenvector.ShouldBe([1.0]);
    }

    [Fact]
    public void More_than_ten_criteria_need_a_longer_table()
    {
        var solution = Ahp.Solve(JudgementMatrix.FromUpperTriangle(11, [.. Enumerable.Repeat(1.0, 55)]));

        var refused = Should.Throw<IndexRefusedException>(() => solution.ConsistencyRatio(RandomIndexTable.Saaty1980));

        refused.Code.ShouldBe("matrix_too_large");
        refused.Message.ShouldContain("tummala_ling_1998_pymcdm");
        solution.ConsistencyRatio(RandomIndexTable.Named("tummala_ling_1998_pymcdm")).ShouldBe(0, 1e-12);
        Should.Throw<IndexRefusedException>(() => RandomIndexTable.Named("saaty")).Code.ShouldBe("table_unknown");
    }

    [Fact]
    public void Random_index_tables_are_those_of_the_reference()
    {
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Reference.Path("cases/ahp_random_index_tables.json")));

        foreach (var table in document.RootElement.GetProperty("tables").EnumerateObject())
        {
            var known = RandomIndexTable.Named(table.Name);
            known.LargestSize.ShouldBe(table.Value.GetArrayLength());
            Enumerable.Range(1, known.LargestSize).Select(known.For).ShouldBe(table.Value.EnumerateArray().Select(value => value.GetDouble()));
        }
    }

    [Fact]
    public void Two_levels_are_joined_by_the_weights_of_the_criteria()
    {
        var criteria = JudgementMatrix.FromUpperTriangle(2, [3]);
        JudgementMatrix[] alternatives = [JudgementMatrix.FromUpperTriangle(2, [4]), JudgementMatrix.FromUpperTriangle(2, [1 / 4.0])];

        var weights = Ahp.Synthesise(criteria, alternatives);

        weights.ShouldAgreeWith([0.75 * 0.8 + 0.25 * 0.2, 0.75 * 0.2 + 0.25 * 0.8]);
        Should.Throw<IndexRefusedException>(() => Ahp.Synthesise(criteria, alternatives[..1])).Code.ShouldBe("levels_do_not_fit");
    }

    [Fact]
    public void Reciprocals_rounded_to_three_decimals_pass_and_to_two_do_not()
    {
        JudgementMatrix.FromRows([[1, 7], [0.143, 1]]).Size.ShouldBe(2);

        Should.Throw<IndexRefusedException>(() => JudgementMatrix.FromRows([[1, 7], [0.14, 1]])).Code.ShouldBe("not_reciprocal");
        Should.Throw<IndexRefusedException>(() => JudgementMatrix.FromRows([[1, -7], [-1 / 7.0, 1]])).Code.ShouldBe("judgement_not_positive");
        Should.Throw<IndexRefusedException>(() => JudgementMatrix.FromRows([[2, 7], [1 / 7.0, 1]])).Code.ShouldBe("diagonal_not_one");
        Should.Throw<IndexRefusedException>(() => JudgementMatrix.FromRows([[1, 7]])).Code.ShouldBe("matrix_not_square");
    }

    [Fact]
    public void A_vote_counts_as_that_many_members()
    {
        var (one, other) = (JudgementMatrix.FromUpperTriangle(3, [3, 5, 2]), JudgementMatrix.FromUpperTriangle(3, [1, 0.5, 2]));

        var byVote = JudgementMatrix.OfGroup([one, other], [2, 1]);
        var byNumber = JudgementMatrix.OfGroup([one, one, other]);

        byVote[0, 1].ShouldAgreeWith(Math.Cbrt(3 * 3 * 1));
        byVote[0, 2].ShouldAgreeWith(byNumber[0, 2]);
        (byVote[0, 2] * byVote[2, 0]).ShouldAgreeWith(1);
        JudgementMatrix.OfGroup([one, other], [.5, .5])[1, 2].ShouldAgreeWith(JudgementMatrix.OfGroup([one, other])[1, 2]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(double.NaN, 1)]
    public void A_vote_is_above_nothing(double one, double other)
    {
        var matrix = JudgementMatrix.FromUpperTriangle(2, [3]);

        Should.Throw<ArgumentException>(() => JudgementMatrix.OfGroup([matrix, matrix], [one, other]));
    }
}
