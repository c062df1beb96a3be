namespace Yipanqi.Engine.CompositeIndex;

/// <content>Draws from the normal distribution.</content>
public sealed partial class SeededRandom
{
    // Doornik 2005: 128 layers of area LayerArea under exp(−x²/2), the lowest from LastEdge on being the tail.
    private const int Layers = 128;
    private const double LastEdge = 3.442619855899;
    private const double LayerArea = 9.91256303526217e-3;

    private static readonly double[] Edges = MakeEdges();
    private static readonly double[] Inner = [.. Enumerable.Range(0, Layers).Select(layer => Edges[layer + 1] / Edges[layer])];

    /// <summary>
    /// Standard normal draw, by the ziggurat (Marsaglia and Tsang 2000, Journal of Statistical Software 5(8)) in the form of
    /// Doornik (2005), in which layer and place come from different bits.
    /// </summary>
    public double NextGaussian()
    {
        while (true)
        {
            var bits = NextUInt64();
            var layer = (int)(bits & (Layers - 1));
            var u = (bits >> 11) * (1.0 / (1UL << 52)) - 1;
            if (Math.Abs(u) < Inner[layer])
            {
                return u * Edges[layer];
            }

            if (layer == 0)
            {
                return u < 0 ? -NextTail() : NextTail();
            }

            var x = u * Edges[layer];
            var upper = Math.Exp(-0.5 * (Edges[layer] * Edges[layer] - x * x));
            var lower = Math.Exp(-0.5 * (Edges[layer + 1] * Edges[layer + 1] - x * x));
            if (lower + NextDouble() * (upper - lower) < 1)
            {
                return x;
            }
        }
    }

    private double NextTail()
    {
        while (true)
        {
            var beyond = -Math.Log(1 - NextDouble()) / LastEdge;
            if (-2 * Math.Log(1 - NextDouble()) >= beyond * beyond)
            {
                return LastEdge + beyond;
            }
        }
    }

    private static double[] MakeEdges()
    {
        var edges = new double[Layers + 1];
        var height = Math.Exp(-0.5 * LastEdge * LastEdge);
        (edges[0], edges[1], edges[Layers]) = (LayerArea / height, LastEdge, 0);
        for (var layer = 2; layer < Layers; layer++)
        {
            edges[layer] = Math.Sqrt(-2 * Math.Log(LayerArea / edges[layer - 1] + height));
            height = Math.Exp(-0.5 * edges[layer] * edges[layer]);
        }

        return edges;
    }
}
