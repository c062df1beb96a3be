using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

/// <summary>Figures printed in books and papers, to the digits they print.</summary>
public class PublishedTablesTests
{
    [Fact]
    public void Ahp_of_three_criteria_reaches_the_textbook_of_university_management()
    {
        var solution = Ahp.Solve(JudgementMatrix.FromRows([[1, 3, 2], [1 / 3.0, 1, 1 / 2.0], [1 / 2.0, 2, 1]]));

        solution.Eigenvector.ShouldAgreeWith([0.539615, 0.163424, 0.296961], tolerance: 5e-7);
        solution.LambdaMax.ShouldBe(3.009203, 5e-7);
        solution.ConsistencyIndex.ShouldBe(0.004601, 1e-6);
        solution.ConsistencyRatio(RandomIndexTable.Saaty1980).ShouldBe(0.007933, 1e-6);
    }

    [Fact]
    public void Consistency_index_from_a_printed_lambda_uncovers_the_misprint_beside_it()
    {
        const double printedIndex = 0.032;

        var index = Ahp.ConsistencyIndex(5.0129, 5);

        index.ShouldBe(0.003225, 1e-9);
        (index / RandomIndexTable.Saaty1980.For(5)).ShouldBe(0.00288, 5e-6);
        Math.Abs(index - printedIndex).ShouldBeGreaterThan(0.02);
    }

    [Fact]
    public void Ahp_of_five_criteria_reaches_the_modelling_book()
    {
        var solution = Ahp.Solve(JudgementMatrix.FromRows(
        [
            [1, 1 / 2.0, 4, 3, 3],
            [2, 1, 7, 5, 5],
            [1 / 4.0, 1 / 7.0, 1, 1 / 2.0, 1 / 3.0],
            [1 / 3.0, 1 / 5.0, 2, 1, 1],
            [1 / 3.0, 1 / 5.0, 3, 1, 1],
        ]));

        solution.Eigenvector.ShouldAgreeWith([0.26360349, 0.47583538, 0.05381460, 0.09806829, 0.10867824], tolerance: 1e-7);
        solution.LambdaMax.ShouldBe(5.072084, 1e-6);
        solution.ConsistencyIndex.ShouldBe(0.0180211, 1e-7);
        solution.ConsistencyRatio(RandomIndexTable.Saaty1980).ShouldBe(0.01609027, 1e-7);
    }

    [Fact]
    public void A_published_matrix_that_is_not_reciprocal_is_refused_with_its_cell()
    {
        double[][] rows = [[1, 1.600401], [0.606046, 1]];

        var refused = Should.Throw<IndexRefusedException>(() => JudgementMatrix.FromRows(rows));

        refused.Code.ShouldBe("not_reciprocal");
        (refused.Row, refused.Column).ShouldBe((1, 0));
        refused.Message.ShouldContain("row 2 and column 1, is 0.606046");
    }

    [Theory]
    [InlineData(EntropyZeros.Shrink, 0.5452618, 0.4547382)]
    [InlineData(EntropyZeros.Limit, 0.5451997, 0.4548003)]
    [InlineData(EntropyZeros.Replace, 0.5455552, 0.4544448)]
    public void Entropy_weights_reach_the_modelling_book_under_each_policy_for_zeros(EntropyZeros zeros, double first, double second)
    {
        var matrix = Matrix.FromColumns([[3, 5, 2, 7], [10, 20, 15, 25]]);

        var weights = ObjectiveWeights.EntropyOfMinMax(matrix, [Direction.Benefit, Direction.Cost], zeros);

        weights.ShouldAgreeWith([first, second], tolerance: 5e-8);
    }

    [Fact]
    public void Scores_by_shrunk_entropy_weights_reach_the_modelling_book()
    {
        var (benefit, cost) = (new double[4], new double[4]);
        Normalisation.MinMax([3, 5, 2, 7], Direction.Benefit, 0.002, 0.998, benefit);
        Normalisation.MinMax([10, 20, 15, 25], Direction.Cost, 0.002, 0.998, cost);

        var scores = Enumerable.Range(0, 4).Select(i => 100 * Mean.Arithmetic([benefit[i], cost[i]], [0.5452618, 0.4547382]));

        scores.ToArray().ShouldAgreeWith([56.35354, 47.88215, 30.39461, 54.50808], tolerance: 1e-5);
    }

    [Theory]
    [InlineData(0.101, 0.280, 0.882, 0.190, 0.410, 0.5442, 0.3220)]
    [InlineData(0.165, 0.406, 0.906, 0.286, 0.509, 0.5554, 0.3982)]
    [InlineData(0.187, 0.427, 0.920, 0.307, 0.532, 0.5769, 0.4208)]
    [InlineData(0.238, 0.511, 0.931, 0.374, 0.590, 0.5819, 0.4668)]
    [InlineData(0.424, 0.421, 1.000, 0.422, 0.650, 0.9950, 0.6484)]
    public void Coupling_of_two_systems_reaches_the_printed_years(double u1, double u2, double c, double t, double d, double adjustedC, double adjustedD)
    {
        var classical = CouplingCoordination.Classical(u1, u2);
        var adjusted = CouplingCoordination.Adjusted(u1, u2);

        classical.Coupling!.Value.ShouldBe(c, 0.0008);
        classical.Development!.Value.ShouldBe(t, 0.0008);
        classical.Degree!.Value.ShouldBe(d, 0.0008);
        adjusted.Coupling!.Value.ShouldBe(adjustedC, 5e-5);
        adjusted.Degree!.Value.ShouldBe(adjustedD, 5e-5);
    }

    [Theory]
    [InlineData(0.0162, 0.2720, 0.2655, 0.571, 0.185, 0.325, 0.447, 0.168, 0.274)]
    [InlineData(0.1782, 0.6824, 0.3721, 0.867, 0.411, 0.597, 0.501, 0.388, 0.440)]
    [InlineData(0.5490, 0.0593, 0.5729, 0.674, 0.394, 0.515, 0.455, 0.409, 0.432)]
    public void Coupling_of_three_systems_reaches_the_modelling_book(
        double u1, double u2, double u3, double c, double t, double d, double adjustedC, double adjustedT, double adjustedD)
    {
        var classical = CouplingCoordination.Classical([u1, u2, u3], Weights.Equal(3));
        var adjusted = CouplingCoordination.Adjusted([u1, u2, u3], [0.4, 0.3, 0.3]);

        new[] { classical.Coupling!.Value, classical.Development!.Value, classical.Degree!.Value }.ShouldAgreeWith([c, t, d], tolerance: 5e-4);
        new[] { adjusted.Coupling!.Value, adjusted.Development!.Value, adjusted.Degree!.Value }.ShouldAgreeWith([adjustedC, adjustedT, adjustedD], tolerance: 5e-4);
    }
}
