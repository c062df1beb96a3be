namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// The assessment run of a period: scores every organisation by a scheme, with the rules of absence, tracks, coupling
/// and lost points. Same input, same bytes; no score of an organisation depends on others but by an item that compares
/// within the peer group. See docs/methods/missing-data.md.
/// </summary>
public sealed class SchemeRun
{
    private const int PartRows = 512;
    private readonly RowEvaluator _evaluator;
    private readonly bool _compares;

    /// <summary>Takes a scheme and checks what a run needs beyond the structure.</summary>
    /// <exception cref="IndexRefusedException">
    /// <c>scale_mixed</c>: the items are not all on 0–100 or all on 1–100; <c>scale_needs_one</c>: a mean other than the
    /// arithmetic on 0–100; <c>availability_not_in_scheme</c>; <c>weight_not_scaled</c>: more than six decimals.
    /// </exception>
    public SchemeRun(IndexStructure structure)
    {
        Structure = structure;
        _evaluator = new RowEvaluator(structure, SchemeScale.LeastOf(structure));
        _compares = structure.Nodes.Any(n => n.Rule is { IsRelative: true });
    }

    /// <summary>The scheme's tree.</summary>
    public IndexStructure Structure { get; }

    /// <summary>What a part that was not reported counts: 0, or 1 on the scale 1–100.</summary>
    public double Least => _evaluator.Least;

    internal RowEvaluator Evaluator => _evaluator;

    /// <summary>Scores all organisations.</summary>
    /// <param name="items">One column per item, in the order of the structure.</param>
    /// <param name="groups">Peer groups of the rows.</param>
    /// <param name="threads">Number of threads; 0 takes all cores.</param>
    /// <exception cref="IndexRefusedException"><c>value_and_reason</c>: a value that is infinite or stands beside a reason.</exception>
    public SchemeResult Score(IReadOnlyList<ItemColumn> items, PeerGroups groups, int threads = 0)
    {
        RequireFit(items, groups.RowCount);
        var result = new SchemeResult(Structure, groups.RowCount);
        Score(items, groups, null, result, threads);
        return result;
    }

    /// <summary>
    /// Scores again after observations of some organisations changed; the result then equals a full run bit for bit.
    /// With an item that compares, all of their peer groups are scored again.
    /// </summary>
    /// <param name="items">The columns as they are now.</param>
    /// <param name="groups">The same peer groups as in the full run.</param>
    /// <param name="changed">Rows whose observations changed, in any order.</param>
    /// <param name="result">A result of this run, which is brought up to date.</param>
    /// <returns>The rows that were scored, ascending.</returns>
    public IReadOnlyList<int> Rescore(IReadOnlyList<ItemColumn> items, PeerGroups groups, IEnumerable<int> changed, SchemeResult result)
    {
        RequireFit(items, groups.RowCount);
        var rows = Affected(changed, groups);
        Score(items, groups, rows, result, threads: 1);
        return rows;
    }

    private void Score(IReadOnlyList<ItemColumn> items, PeerGroups groups, IReadOnlyList<int>? rows, SchemeResult result, int threads)
    {
        var touched = (rows is null ? Enumerable.Range(0, groups.Count) : rows.Select(groups.Of).Where(g => g >= 0).Distinct().Order()).ToArray();
        var scoring = new ItemScoring(Structure, groups, result);
        var drops = new List<RelativeDrop>[items.Count];
        ParallelRows.ForEach(items.Count, threads, () => 0, (item, _) => drops[item] = scoring.Score(item, items[item], rows, touched));
        var kept = rows is null ? [] : result.RelativeDrops.Where(d => d.Group >= 0 && Array.BinarySearch(touched, d.Group) < 0);
        result.RelativeDrops = [.. kept.Concat(drops.SelectMany(d => d)).OrderBy(d => d.Item).ThenBy(d => d.Group)];

        var count = rows?.Count ?? result.Rows;
        ParallelRows.ForEach((count + PartRows - 1) / PartRows, threads, () => new RowScratch(Structure), (part, scratch) =>
        {
            for (var i = part * PartRows; i < Math.Min(count, (part + 1) * PartRows); i++)
            {
                ScoreRow(rows?[i] ?? i, scratch, result);
            }
        });
    }

    private void ScoreRow(int row, RowScratch scratch, SchemeResult result)
    {
        result.Load(row, scratch);
        _evaluator.Evaluate(scratch);
        if (scratch.States[Structure.Root] == NodeState.Scored)
        {
            LostPoints.Fill(_evaluator, scratch);
        }

        result.Keep(row, scratch);
        result.Figures[row] = TrackFigures.Of(_evaluator, scratch);
    }

    private List<int> Affected(IEnumerable<int> changed, PeerGroups groups)
    {
        SortedSet<int> rows = [.. changed];
        if (_compares)
        {
            foreach (var group in rows.Select(groups.Of).Where(g => g >= 0).Distinct().ToArray())
            {
                rows.UnionWith(groups.Rows(group).ToArray());
            }
        }

        return [.. rows];
    }

    private void RequireFit(IReadOnlyList<ItemColumn> items, int rows)
    {
        if (items.Count != Structure.ItemCount || items.Any(c => c.Values.Length != rows || (c.Reasons is { } r && r.Length != rows)))
        {
            throw new ArgumentException($"{items.Count} columns: give one for each of {Structure.ItemCount} items, in the order of the structure, with {rows} rows.");
        }
    }
}
