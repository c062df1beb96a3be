namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// The best and the worst ranks of each organisation over the redraws: all that two percentiles need, however many redraws there are.
/// </summary>
/// <param name="organisations">Number of organisations.</param>
/// <param name="best">How many of the best ranks are kept; the worst of them is the lower end.</param>
/// <param name="worst">How many of the worst ranks are kept; the best of them is the upper end.</param>
public sealed class RankTails(int organisations, int best, int worst)
{
    private const int OrganisationsPerPart = 4096;
    private readonly int[] _best = new int[organisations * best];
    private readonly int[] _worst = new int[organisations * worst];
    private int _added;

    /// <summary>Takes a batch of redraws.</summary>
    /// <param name="drawn">Ranks of all organisations, redraw by redraw; 0 stands for no index in that redraw.</param>
    /// <param name="observed">The observed rank of an organisation, taken in place of 0.</param>
    /// <param name="threads">Number of threads; 0 takes all cores.</param>
    public void Add(ReadOnlySpan<int[]> drawn, Func<int, int> observed, int threads)
    {
        var (batch, before) = (drawn.ToArray(), _added);
        ParallelRows.ForEach((organisations + OrganisationsPerPart - 1) / OrganisationsPerPart, threads, () => 0, (part, _) =>
        {
            for (var i = part * OrganisationsPerPart; i < Math.Min(organisations, (part + 1) * OrganisationsPerPart); i++)
            {
                var low = _best.AsSpan(i * best, best);
                var high = _worst.AsSpan(i * worst, worst);
                for (var redraw = 0; redraw < batch.Length; redraw++)
                {
                    var rank = batch[redraw][i] == 0 ? observed(i) : batch[redraw][i];
                    Keep(low, before + redraw, rank, 1);
                    Keep(high, before + redraw, rank, -1);
                }
            }
        });
        _added += batch.Length;
    }

    /// <summary>Lower and upper end of an organisation's ranks.</summary>
    public (int Lower, int Upper) Of(int organisation) => (_best[organisation * best], _worst[organisation * worst]);

    // A heap with the one to go next on top: of the best the greatest, of the worst (sign −1) the least.
    private static void Keep(Span<int> heap, int kept, int rank, int sign)
    {
        if (kept < heap.Length)
        {
            var at = kept;
            for (; at > 0 && sign * heap[(at - 1) / 2] < sign * rank; at = (at - 1) / 2)
            {
                heap[at] = heap[(at - 1) / 2];
            }

            heap[at] = rank;
        }
        else if (sign * rank < sign * heap[0])
        {
            Sink(heap, rank, sign);
        }
    }

    private static void Sink(Span<int> heap, int rank, int sign)
    {
        var at = 0;
        for (var child = 1; child < heap.Length; child = (2 * at) + 1)
        {
            child += child + 1 < heap.Length && sign * heap[child + 1] > sign * heap[child] ? 1 : 0;
            if (sign * heap[child] <= sign * rank)
            {
                break;
            }

            heap[at] = heap[child];
            at = child;
        }

        heap[at] = rank;
    }
}
