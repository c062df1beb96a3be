namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Turns the observations of one item into scores, states and reasons of a result.</summary>
internal sealed class ItemScoring(IndexStructure structure, PeerGroups groups, SchemeResult result)
{
    /// <summary>Scores an item in the given rows (null: all) and the given groups, which hold whole groups of those rows.</summary>
    public List<RelativeDrop> Score(int item, ItemColumn column, IReadOnlyList<int>? rows, IEnumerable<int> touched)
    {
        List<RelativeDrop> drops = [];
        var node = structure.Nodes[item];
        var count = rows?.Count ?? result.Rows;
        for (var i = 0; i < count; i++)
        {
            Take(item, rows?[i] ?? i, column);
        }

        if (!node.Rule!.IsRelative)
        {
            var scale = ItemScale.Of(node, ColumnFacts.None);
            for (var i = 0; i < count; i++)
            {
                var row = rows?[i] ?? i;
                result.ItemScores(item)[row] = scale.Apply(result.ItemScores(item)[row]);
            }

            return drops;
        }

        foreach (var group in touched)
        {
            ScoreGroup(item, group, drops);
        }

        DropLonely(item, rows, count, drops);
        return drops;
    }

    private void Take(int item, int row, ItemColumn column)
    {
        var reason = column.ReasonOf(row);
        var value = column.Values[row];
        if (double.IsInfinity(value) || (reason != AbsenceReason.None && !double.IsNaN(value)))
        {
            throw new IndexRefusedException(
                "value_and_reason", $"Item '{structure.Nodes[item].Code}', row {row + 1}: the value {value:R} stands beside the reason {reason}: give a finite value or a reason, not both.")
            { Node = structure.Nodes[item].Code };
        }

        result.ItemScores(item)[row] = value;
        Mark(item, row, reason);
    }

    private void ScoreGroup(int item, int group, List<RelativeDrop> drops)
    {
        var rows = groups.Rows(group);
        var values = new double[rows.Length];
        var due = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            values[i] = result.ItemScores(item)[rows[i]];
            due += result.ItemStates(item)[rows[i]] == NodeState.DroppedOut ? 0 : 1;
        }

        if (rows.Length > 0 && GroupScale.Score(structure.Nodes[item], due, values, values) is { } reason)
        {
            drops.Add(new(item, group, reason));
            foreach (var row in rows)
            {
                Drop(item, row);
            }

            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            result.ItemScores(item)[rows[i]] = values[i];
        }
    }

    private void DropLonely(int item, IReadOnlyList<int>? rows, int count, List<RelativeDrop> drops)
    {
        for (var i = 0; i < count; i++)
        {
            var row = rows?[i] ?? i;
            if (groups.Of(row) < 0)
            {
                Drop(item, row);
            }
        }

        if (rows is null ? groups.HasLonely : result.RelativeDrops.Any(d => d.Item == item && d.Group < 0))
        {
            drops.Add(new(item, -1, RelativeDropReason.NoPeerGroup));
        }
    }

    private void Drop(int item, int row)
    {
        if (result.ItemStates(item)[row] != NodeState.DroppedOut)
        {
            result.ItemScores(item)[row] = double.NaN;
            Mark(item, row, AbsenceReason.NotApplicable);
        }
    }

    private void Mark(int item, int row, AbsenceReason reason)
    {
        result.ItemReasons(item)[row] = reason;
        result.ItemStates(item)[row] = reason switch
        {
            AbsenceReason.None => NodeState.Scored,
            AbsenceReason.NotReported => NodeState.Grey,
            _ => NodeState.DroppedOut,
        };
    }
}
