using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class TopsisTests
{
    private static readonly Direction[] Both = [Direction.Benefit, Direction.Cost];

    [Fact]
    public void On_raw_figures_a_hand_worked_example_comes_out()
    {
        var matrix = Matrix.FromRows([[3, 0], [0, 4], [3, 4]]);

        var result = Topsis.OnRawFigures(matrix, [1, 1], Both);

        // The ideal is (3, 0), the anti-ideal (0, 4).
        result.ToIdeal.ShouldAgreeWith([0, 5, 4]);
        result.ToAntiIdeal.ShouldAgreeWith([5, 0, 3]);
        result.Closeness.ShouldAgreeWith([1, 0, 3 / 7.0]);
        result.Ranks.ShouldBe([1, 3, 2]);
    }

    [Fact]
    public void The_sum_of_the_weights_does_not_move_closeness()
    {
        var matrix = Matrix.FromRows([[3, 9], [7, 4], [5, 5]]);

        Topsis.OnVectorNorm(matrix, [20, 30], Both).Closeness.ShouldAgreeWith(Topsis.OnVectorNorm(matrix, [0.4, 0.6], Both).Closeness);
    }

    [Fact]
    public void What_has_no_answer_is_refused_with_its_cell()
    {
        var missing = Should.Throw<IndexRefusedException>(() => Topsis.OnMinMax(Matrix.FromRows([[1, 2], [3, double.NaN]]), [1, 1], Both));
        var constant = Should.Throw<IndexRefusedException>(() => Topsis.OnMinMax(Matrix.FromRows([[1, 2], [3, 2]]), [1, 1], Both));
        var identical = Should.Throw<IndexRefusedException>(() => Topsis.OnVectorNorm(Matrix.FromRows([[1, 2], [1, 2]]), [1, 1], Both));
        var negative = Should.Throw<IndexRefusedException>(() => Topsis.OnVectorNorm(Matrix.FromRows([[1, 2], [2, 2]]), [1, -1], Both));

        (missing.Code, missing.Row, missing.Column).ShouldBe(("cell_missing", 1, 1));
        (constant.Code, constant.Column).ShouldBe(("constant_column", 1));
        identical.Code.ShouldBe("units_identical");
        negative.Code.ShouldBe("weight_negative");
    }
}
