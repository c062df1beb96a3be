namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The smallest set of items which, raised to their target, brings an organisation to green.</summary>
/// <param name="Items">Positions of the items, by obstacle degree, the greatest first; none where it is green already.</param>
/// <param name="Score">The index it would then have.</param>
/// <param name="Tracks">The tracks it would then have.</param>
public sealed record WayToGreen(IReadOnlyList<int> Items, double Score, TrackFigures Tracks)
{
    /// <summary>
    /// Finds the way for one organisation: score ≥ 80, gap &lt; 15, D ≥ 0.7 (the yellow limits), on rounded figures. Within each
    /// track the items are taken by obstacle degree, ties by position; of all such sets the one with the fewest items, and of
    /// equally small ones that with the greatest obstacle degree in all. See docs/methods/way-to-green.md.
    /// </summary>
    /// <returns>The way; null where the organisation has no index, or no set of items leads there.</returns>
    public static WayToGreen? Find(SchemeRun run, SchemeResult result, int row, LevelThresholds thresholds)
    {
        if (double.IsNaN(result.Index[row]))
        {
            return null;
        }

        var queues = Queues(result, row);
        var scratch = new RowScratch(run.Structure);
        for (var size = 0; size <= queues.Sum(q => q.Length); size++)
        {
            WayToGreen? best = null;
            double most = -1;
            foreach (var counts in Splits(size, queues))
            {
                var items = queues.SelectMany((q, i) => q.Take(counts[i])).OrderByDescending(i => result.Lost(i)[row]).ThenBy(i => i).ToArray();
                var degree = items.Sum(i => result.Lost(i)[row]);
                if (degree > most && Raise(run, result, row, items, scratch) is { } way && way.IsGreen(thresholds))
                {
                    (best, most) = (way, degree);
                }
            }

            if (best is not null)
            {
                return best;
            }
        }

        return null;
    }

    private bool IsGreen(LevelThresholds thresholds) =>
        PublishedFigure.Tenth(Score) >= thresholds.Score.Yellow
        && !(PublishedFigure.Tenth(Tracks.Gap) >= thresholds.Gap.Yellow)
        && !(PublishedFigure.Thousandth(Tracks.D) < thresholds.Coordination.Yellow)
        && Tracks.PartyState != NodeState.Grey && Tracks.BusinessState != NodeState.Grey;

    private static int[][] Queues(SchemeResult result, int row) =>
        [.. Enumerable.Range(0, result.Structure.ItemCount)
            .Where(item => result.Lost(item)[row] > 0)
            .GroupBy(item => TrackOf(result.Structure, item))
            .OrderBy(track => track.Key)
            .Select(track => track.OrderByDescending(i => result.Lost(i)[row]).ThenBy(i => i).ToArray())];

    private static Track TrackOf(IndexStructure structure, int node)
    {
        while (node != structure.Root && structure.Parents[node] != structure.Root)
        {
            node = structure.Parents[node];
        }

        return structure.Nodes[node].Track;
    }

    // All ways to take a number of items from the heads of the queues.
    private static IEnumerable<int[]> Splits(int size, int[][] queues, int from = 0)
    {
        if (from == queues.Length)
        {
            return size == 0 ? [[]] : [];
        }

        return Enumerable.Range(0, Math.Min(size, queues[from].Length) + 1)
            .SelectMany(own => Splits(size - own, queues, from + 1).Select(rest => (int[])[own, .. rest]));
    }

    private static WayToGreen Raise(SchemeRun run, SchemeResult result, int row, int[] items, RowScratch scratch)
    {
        result.Load(row, scratch);
        foreach (var item in items)
        {
            (scratch.Scores[item], scratch.States[item]) = (RowEvaluator.Best, NodeState.Scored);
        }

        run.Evaluator.Evaluate(scratch);
        return new(items, scratch.Scores[run.Structure.Root], TrackFigures.Of(run.Evaluator, scratch));
    }
}
