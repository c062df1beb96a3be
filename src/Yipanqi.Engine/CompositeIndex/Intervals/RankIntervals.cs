namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// The 90 % interval of each rank: the figures of all organisations of a peer group are redrawn, scored and ranked, 1,000
/// times. Each organisation has its own draws in each redraw, known by the seed and its key alone, so the result does not
/// depend on the number of threads, nor, with keys, on the order of the rows. See docs/methods/rank-interval.md.
/// </summary>
/// <param name="run">The scheme.</param>
/// <param name="seed">The published seed.</param>
/// <param name="redraws">Number of redraws, at least 1.</param>
public sealed class RankIntervals(SchemeRun run, ulong seed, int redraws = RankIntervals.PublishedRedraws)
{
    /// <summary>Number of redraws behind a published interval: assessment rules, section 1, ranking.</summary>
    public const int PublishedRedraws = 1000;

    private const double LowerShare = 0.05;
    private const double UpperShare = 0.95;
    private const int RedrawsPerPart = 20;
    private const int RedrawsPerBatch = 100;

    /// <summary>
    /// Ranks and intervals of all organisations. Of a group it keeps the best and worst twentieth of each organisation's ranks and one batch
    /// of redraws: 0.8 kB for each organisation at 1,000 redraws.
    /// </summary>
    /// <param name="items">The columns the result was made of.</param>
    /// <param name="groups">The peer groups the result was made with.</param>
    /// <param name="result">The result of the run.</param>
    /// <param name="keys">A stable number for each row, for instance from its id; null takes the position of the row.</param>
    /// <param name="threads">Number of threads; 0 takes all cores.</param>
    /// <param name="published">The index that is published of a row's scored one, held fixed in all redraws; null: the scored one. See <see cref="IndexAdjustment"/>.</param>
    /// <param name="progress">Is told from time to time which share of the work is done, 0–1.</param>
    public RankInterval[] Of(
        IReadOnlyList<ItemColumn> items, PeerGroups groups, SchemeResult result, ulong[]? keys = null, int threads = 0,
        Func<int, double, double>? published = null, Action<double>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(redraws, 1);
        var intervals = new RankInterval[result.Rows];
        var ranks = PeerRanking.Ranks(result, groups, published);
        var done = 0L;
        for (var group = 0; group < groups.Count; group++)
        {
            var rows = PeerRanking.Ranked(result, groups, group);
            if (rows.Length > 0)
            {
                var members = groups.Rows(group).ToArray();
                var tails = new RankTails(rows.Length, Place(LowerShare) + 1, redraws - Place(UpperShare));
                var share = done;
                Redraw(items, members, rows, result, ranks, keys, threads, published, tails, drawn => progress?.Invoke((share + ((double)members.Length * drawn / redraws)) / result.Rows));
                Summarise(rows, ranks, tails, intervals);
            }

            done += groups.Rows(group).Length;
        }

        return intervals;
    }

    private void Redraw(
        IReadOnlyList<ItemColumn> items, int[] group, int[] ranked, SchemeResult result, int[] ranks, ulong[]? keys, int threads,
        Func<int, double, double>? published, RankTails tails, Action<int> progress)
    {
        var places = Array.ConvertAll(ranked, row => Array.BinarySearch(group, row));
        var drawn = new int[Math.Min(redraws, RedrawsPerBatch)][];
        for (var first = 0; first < redraws; first += RedrawsPerBatch)
        {
            var (from, count) = (first, Math.Min(RedrawsPerBatch, redraws - first));
            ParallelRows.ForEach((count + RedrawsPerPart - 1) / RedrawsPerPart, threads, () => new GroupRedraw(run, items, result, group), (part, own) =>
            {
                var index = new double[ranked.Length];
                for (var redraw = part * RedrawsPerPart; redraw < Math.Min(count, (part + 1) * RedrawsPerPart); redraw++)
                {
                    own.Draw(seed + (ulong)(from + redraw), keys, places, index);
                    for (var i = 0; published is not null && i < ranked.Length; i++)
                    {
                        index[i] = published(ranked[i], index[i]);
                    }

                    Ranking.Competition(index, drawn[redraw] ??= new int[ranked.Length]);
                }
            });
            tails.Add(drawn.AsSpan(0, count), row => ranks[ranked[row]], threads);
            progress(first + count);
        }
    }

    private static void Summarise(int[] rows, int[] ranks, RankTails tails, RankInterval[] intervals)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var (lower, upper) = tails.Of(i);
            intervals[rows[i]] = new(ranks[rows[i]], lower, upper, rows.Length, RankInterval.StandingOf(lower, upper, rows.Length));
        }
    }

    // Nearest-rank percentile: the least rank that at least the given share of the redraws do not exceed.
    private int Place(double share) => Math.Max(0, (int)Math.Ceiling(share * redraws - 1e-9) - 1);
}
