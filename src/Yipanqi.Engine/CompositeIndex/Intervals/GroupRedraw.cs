namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Redraws one peer group: new figures for the items that have a source, then the whole scheme again.</summary>
internal sealed class GroupRedraw
{
    private readonly SchemeRun _run;
    private readonly ItemColumn[] _items;
    private readonly SchemeResult _result;
    private readonly int[] _rows;
    private readonly int[] _drawn;
    private readonly double[][] _scores;
    private readonly bool[] _dropped;
    private readonly RowScratch _scratch;

    public GroupRedraw(SchemeRun run, IReadOnlyList<ItemColumn> items, SchemeResult result, int[] groupRows)
    {
        (_run, _items, _result, _rows) = (run, [.. items], result, groupRows);
        _drawn = [.. Enumerable.Range(0, items.Count).Where(item => items[item].Redraw is not null)];
        _scores = [.. items.Select(column => column.Redraw is null ? [] : new double[groupRows.Length])];
        _dropped = new bool[items.Count];
        _scratch = new RowScratch(run.Structure);
    }

    /// <summary>Draws once and fills the index of the given places of the group; others keep theirs.</summary>
    public void Draw(ulong seed, ulong[]? keys, int[] places, Span<double> index)
    {
        for (var place = 0; place < _rows.Length; place++)
        {
            DrawRow(place, SeededRandom.Stream(seed, keys is null ? (ulong)_rows[place] : keys[_rows[place]]));
        }

        foreach (var item in _drawn)
        {
            Scale(item);
        }

        for (var i = 0; i < places.Length; i++)
        {
            index[i] = Index(places[i]);
        }
    }

    private void DrawRow(int place, SeededRandom random)
    {
        var row = _rows[place];
        foreach (var item in _drawn)
        {
            _scores[item][place] = _result.States(item)[row] == NodeState.Scored
                ? _items[item].Redraw!.Draw(row, _items[item].Values[row], random)
                : double.NaN;
        }
    }

    private void Scale(int item)
    {
        var node = _run.Structure.Nodes[item];
        var scores = _scores[item];
        if (!node.Rule!.IsRelative)
        {
            ItemScale.Of(node, ColumnFacts.None).Apply(scores, scores);
            return;
        }

        var due = _rows.Count(row => _result.States(item)[row] != NodeState.DroppedOut);
        _dropped[item] = GroupScale.Score(node, due, scores, scores) is not null;
    }

    private double Index(int place)
    {
        _result.Load(_rows[place], _scratch);
        foreach (var item in _drawn)
        {
            if (_scratch.States[item] == NodeState.Scored)
            {
                _scratch.Scores[item] = _scores[item][place];
                _scratch.States[item] = _dropped[item] ? NodeState.DroppedOut : NodeState.Scored;
            }
        }

        _run.Evaluator.Evaluate(_scratch);
        return _scratch.Scores[_run.Structure.Root];
    }
}
