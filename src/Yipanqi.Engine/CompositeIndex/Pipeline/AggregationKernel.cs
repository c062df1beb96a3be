using System.Numerics;

namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Makes one node of its children for a block of rows: <c>φ⁻¹(Σ w·φ(x) / Σ w)</c> over the present children, φ the
/// identity, logarithm, reciprocal or power of the mean. Accumulators stay in the nearest cache.
/// </summary>
internal sealed class AggregationKernel(int rows)
{
    private readonly double[] _sum = new double[rows];
    private readonly double[] _weight = new double[rows];
    private readonly double[] _present = new double[rows];
    private readonly double[] _linear = new double[rows];
    private LevelRule _rule = LevelRule.Default;
    private string _node = "";
    private int _from;
    private int _children;

    /// <summary>Begins a node; its code and the first row of the block serve the message of a refusal.</summary>
    public void Start(LevelRule rule, string node, int from)
    {
        (_rule, _node, _from) = (rule, node, from);
        _children = 0;
        Array.Clear(_sum);
        Array.Clear(_weight);
        Array.Clear(_present);
    }

    /// <summary>Adds one child.</summary>
    public void Add(ReadOnlySpan<double> x, double weight, string code)
    {
        _children++;
        if (_rule.Kind != AggregationKind.Arithmetic)
        {
            RequirePositive(x, code);
            Linearise(x);
            x = _linear.AsSpan(0, x.Length);
        }

        Accumulate(x, weight, _sum, _weight);
        if (_rule.Availability is > 0)
        {
            Accumulate(x, 1, _linear, _present, sumToo: false);
        }
    }

    public void Finish(Span<double> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = _sum[i] / _weight[i];
        }

        if (_rule.Kind != AggregationKind.Arithmetic)
        {
            for (var i = 0; i < y.Length; i++)
            {
                y[i] = MeanScale.Back(_rule, y[i]);
            }
        }

        if (_rule.Availability is { } least)
        {
            for (var i = 0; i < y.Length; i++)
            {
                y[i] = _present[i] / _children < least ? double.NaN : y[i];
            }
        }
    }

    private static void Accumulate(ReadOnlySpan<double> x, double weight, double[] sums, double[] weights, bool sumToo = true)
    {
        var vectors = x.Length - x.Length % Vector<double>.Count;
        var w = new Vector<double>(weight);
        for (var i = 0; i < vectors; i += Vector<double>.Count)
        {
            var v = new Vector<double>(x[i..]);
            var present = Vector.Equals(v, v);
            (new Vector<double>(weights, i) + Vector.ConditionalSelect(present, w, Vector<double>.Zero)).CopyTo(weights, i);
            if (sumToo)
            {
                (new Vector<double>(sums, i) + Vector.ConditionalSelect(present, w * v, Vector<double>.Zero)).CopyTo(sums, i);
            }
        }

        for (var i = vectors; i < x.Length; i++)
        {
            weights[i] += double.IsNaN(x[i]) ? 0 : weight;
            sums[i] += !sumToo || double.IsNaN(x[i]) ? 0 : weight * x[i];
        }
    }

    private void Linearise(ReadOnlySpan<double> x)
    {
        for (var i = 0; i < x.Length; i++)
        {
            _linear[i] = MeanScale.To(_rule, x[i]);
        }
    }

    private void RequirePositive(ReadOnlySpan<double> x, string code)
    {
        var zeroToo = _rule.Kind != AggregationKind.Generalised || _rule.Power <= 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] < 0 || (zeroToo && x[i] == 0))
            {
                throw new IndexRefusedException(
                    "value_not_positive",
                    $"Node '{_node}': its child '{code}' has the score {x[i]:R}, and a {_rule.Kind} mean needs scores above 0: rescale to 1–100 first, or use the arithmetic mean.")
                { Node = code, Row = _from + i };
            }
        }
    }
}
