namespace Yipanqi.Engine.CompositeIndex;

/// <content>Scales that are fixed from outside, by a target or a pair of goalposts.</content>
public static partial class Normalisation
{
    /// <summary>
    /// Way covered from the worst present value to a target: benefit <c>(x−min x)/(t−min x)</c>, cost
    /// <c>(max x−x)/(max x−t)</c>. At least 0; 1 at the target; above 1 beyond it unless <paramref name="capped"/>.
    /// </summary>
    /// <param name="x">Raw figures, in any unit.</param>
    /// <param name="d">Direction of the figures.</param>
    /// <param name="target">The target t, in the unit of <paramref name="x"/>, better than the worst present value.</param>
    /// <param name="capped">Whether values beyond the target count as 1.</param>
    /// <param name="y">Receives the scores.</param>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>, <c>not_finite</c>, <c>target_not_beyond_worst</c>.</exception>
    /// <remarks>Source: COINr, function n_dist2targ (Becker et al. 2022, JOSS 7(78) 4567).</remarks>
    public static void DistanceToTarget(ReadOnlySpan<double> x, Direction d, double target, bool capped, Span<double> y)
    {
        Column.RequireSameLength(x, y);
        var (min, max, count) = Column.Extent(x);
        if (count == 0)
        {
            y.Fill(double.NaN);
            return;
        }

        RequireVariation(min, max, count);
        var worst = d == Direction.Benefit ? min : max;
        var way = (double)d * (target - worst);
        if (!(way > 0) || !double.IsFinite(way))
        {
            throw new IndexRefusedException(
                "target_not_beyond_worst",
                $"The target {target:R} is not better than the worst present value {worst:R}: check the target, its unit and the direction.");
        }

        for (var i = 0; i < x.Length; i++)
        {
            var share = (double)d * (x[i] - worst) / way;
            y[i] = capped && share > 1 ? 1 : share;
        }
    }

    /// <summary>
    /// Linear from a floor (0) to a target (100), cut to [0, 100]: <c>100·clip((x−floor)/(target−floor), 0, 1)</c>.
    /// Needs no comparison with other units, so it also scores a constant column and a single unit.
    /// </summary>
    /// <param name="x">Raw figures, in any unit.</param>
    /// <param name="d">Direction of the figures: the floor lies below the target of a benefit and above that of a cost.</param>
    /// <param name="floor">Figure that earns 0, in the unit of <paramref name="x"/>.</param>
    /// <param name="target">Figure that earns 100, in the unit of <paramref name="x"/>.</param>
    /// <param name="y">Receives the scores.</param>
    /// <exception cref="IndexRefusedException"><c>goalposts_equal</c>, <c>goalposts_against_direction</c>, <c>not_finite</c>.</exception>
    /// <remarks>Source: the human development index, UNDP Human Development Report technical notes; assessment rules, section 1.</remarks>
    public static void Goalposts(ReadOnlySpan<double> x, Direction d, double floor, double target, Span<double> y)
    {
        Column.RequireSameLength(x, y);
        RequireGoalposts(d, floor, target);
        var way = target - floor;
        for (var i = 0; i < x.Length; i++)
        {
            var share = (x[i] - floor) / way;
            y[i] = share <= 0 ? 0 : share >= 1 ? 100 : 100 * share;
        }
    }

    private static void RequireGoalposts(Direction d, double floor, double target)
    {
        if (!double.IsFinite(target - floor))
        {
            throw new IndexRefusedException("not_finite", $"The goalposts {floor:R} and {target:R} are not finite: give two ordinary numbers.");
        }

        if (floor == target)
        {
            throw new IndexRefusedException("goalposts_equal", $"Floor and target are both {floor:R}: set them apart.");
        }

        if (floor < target != (d == Direction.Benefit))
        {
            throw new IndexRefusedException(
                "goalposts_against_direction",
                $"Floor {floor:R} and target {target:R} run against the direction {d}: exchange them or change the direction.");
        }
    }
}
