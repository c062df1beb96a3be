using System.Numerics;

namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// A linear scale with all its parameters known: <c>base + span·((x − origin)/way)</c>, cut to [low, high]; NaN stays NaN.
/// Both ends come out exactly (the quotient is exactly 0 and 1 there). The row form and the column form calculate the
/// same operations, so they give the same bits.
/// </summary>
internal readonly record struct ItemScale(double Base, double Span, double Origin, double Way, double Low, double High)
{
    /// <summary>Leaves scores as they are: for items scored by ranks, whose column is made beforehand.</summary>
    public static ItemScale Identity { get; } = new(0, 1, 0, 1, double.NegativeInfinity, double.PositiveInfinity);

    public double Apply(double x)
    {
        var y = Base + Span * ((x - Origin) / Way);
        y = y < Low ? Low : y;
        return y > High ? High : y;
    }

    public void Apply(ReadOnlySpan<double> x, Span<double> y)
    {
        var vectors = x.Length - x.Length % Vector<double>.Count;
        Vector<double> b = new(Base), s = new(Span), o = new(Origin), w = new(Way), low = new(Low), high = new(High);
        for (var i = 0; i < vectors; i += Vector<double>.Count)
        {
            var v = b + s * ((new Vector<double>(x[i..]) - o) / w);
            v = Vector.ConditionalSelect(Vector.LessThan(v, low), low, v);
            v = Vector.ConditionalSelect(Vector.GreaterThan(v, high), high, v);
            v.CopyTo(y[i..]);
        }

        for (var i = vectors; i < x.Length; i++)
        {
            y[i] = Apply(x[i]);
        }
    }

    /// <summary>The scale of a rule over a group of which extent, mean and deviation are known.</summary>
    /// <exception cref="IndexRefusedException">As the method of <see cref="Normalisation"/> does; the message names the item.</exception>
    public static ItemScale Of(IndexNode item, in ColumnFacts facts)
    {
        var rule = item.Rule!;
        var cost = rule.Direction == Direction.Cost;
        switch (rule.Kind)
        {
            case NormalisationKind.Goalposts:
                return Shares(rule, rule.From, rule.To, cut: true);
            case NormalisationKind.PercentileRank or NormalisationKind.Borda:
                return Identity;
        }

        if (facts.Count == 0)
        {
            return Identity;
        }

        RequireVariation(item, facts);
        return rule.Kind switch
        {
            NormalisationKind.MinMax => cost ? Shares(rule, facts.Max, facts.Min, cut: true) : Shares(rule, facts.Min, facts.Max, cut: true),
            NormalisationKind.ZScore => new ItemScale(
                rule.From, rule.To, facts.Mean, (double)rule.Direction * facts.Deviation, rule.ScaleLower, rule.ScaleUpper),
            _ => Shares(rule, cost ? facts.Max : facts.Min, Target(item, cost ? facts.Max : facts.Min), rule.Capped),
        };
    }

    private static ItemScale Shares(ItemRule rule, double worst, double best, bool cut) =>
        new(rule.ScaleLower, rule.ScaleUpper - rule.ScaleLower, worst, best - worst, rule.ScaleLower, cut ? rule.ScaleUpper : double.PositiveInfinity);

    private static double Target(IndexNode item, double worst)
    {
        var rule = item.Rule!;
        return (double)rule.Direction * (rule.To - worst) > 0
            ? rule.To
            : throw new IndexRefusedException(
                "target_not_beyond_worst",
                $"Item '{item.Code}': the target {rule.To:R} is not better than the worst present value {worst:R}: check the target, its unit and the direction.")
            { Node = item.Code };
    }

    private static void RequireVariation(IndexNode item, in ColumnFacts facts)
    {
        if (facts.Min == facts.Max)
        {
            throw new IndexRefusedException(
                "constant_column",
                $"Item '{item.Code}': all {facts.Count} present values are {facts.Min:R}, so it cannot be scored by comparison: leave it out or score it by goalposts.")
            { Node = item.Code };
        }
    }
}
