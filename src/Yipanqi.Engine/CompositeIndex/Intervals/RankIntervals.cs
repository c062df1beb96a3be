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

    /// <summary>Ranks and intervals of all organisations. Takes 4 bytes per ranked organisation of a group and redraw.</summary>
    /// <param name="items">The columns the result was made of.</param>
    /// <param name="groups">The peer groups the result was made with.</param>
    /// <param name="result">The result of the run.</param>
    /// <param name="keys">A stable number for each row, for instance from its id; null takes the position of the row.</param>
    /// <param name="threads">Number of threads; 0 takes all cores.</param>
    /// <param name="published">The index that is published of a row's scored one, held fixed in all redraws; null: the scored one. See <see cref="IndexAdjustment"/>.</param>
    public RankInterval[] Of(
        IReadOnlyList<ItemColumn> items, PeerGroups groups, SchemeResult result, ulong[]? keys = null, int threads = 0, Func<int, double, double>? published = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(redraws, 1);
        var intervals = new RankInterval[result.Rows];
        var ranks = PeerRanking.Ranks(result, groups, published);
        for (var group = 0; group < groups.Count; group++)
        {
            var rows = PeerRanking.Ranked(result, groups, group);
            if (rows.Length > 0)
            {
                var drawn = Redraw(items, groups.Rows(group).ToArray(), rows, result, ranks, keys, threads, published);
                Summarise(rows, ranks, drawn, intervals);
            }
        }

        return intervals;
    }

    private int[] Redraw(
        IReadOnlyList<ItemColumn> items, int[] group, int[] ranked, SchemeResult result, int[] ranks, ulong[]? keys, int threads,
        Func<int, double, double>? published)
    {
        var drawn = new int[ranked.Length * redraws];
        var places = Array.ConvertAll(ranked, row => Array.BinarySearch(group, row));
        ParallelRows.ForEach((redraws + RedrawsPerPart - 1) / RedrawsPerPart, threads, () => new GroupRedraw(run, items, result, group), (part, own) =>
        {
            var index = new double[ranked.Length];
            var drawnRanks = new int[ranked.Length];
            for (var redraw = part * RedrawsPerPart; redraw < Math.Min(redraws, (part + 1) * RedrawsPerPart); redraw++)
            {
                own.Draw(seed + (ulong)redraw, keys, places, index);
                for (var i = 0; published is not null && i < ranked.Length; i++)
                {
                    index[i] = published(ranked[i], index[i]);
                }

                Ranking.Competition(index, drawnRanks);
                for (var i = 0; i < ranked.Length; i++)
                {
                    drawn[i * redraws + redraw] = drawnRanks[i] == 0 ? ranks[ranked[i]] : drawnRanks[i];
                }
            }
        });
        return drawn;
    }

    private void Summarise(int[] rows, int[] ranks, int[] drawn, RankInterval[] intervals)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var own = drawn.AsSpan(i * redraws, redraws);
            own.Sort();
            int lower = own[Place(LowerShare)], upper = own[Place(UpperShare)];
            intervals[rows[i]] = new(ranks[rows[i]], lower, upper, rows.Length, RankInterval.StandingOf(lower, upper, rows.Length));
        }
    }

    // Nearest-rank percentile: the least rank that at least the given share of the redraws do not exceed.
    private int Place(double share) => Math.Max(0, (int)Math.Ceiling(share * redraws - 1e-9) - 1);
}
