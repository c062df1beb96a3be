namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Splits the points an organisation lacks to 100 (失分) over its items, from the root down: each node passes its lost
/// points on to its children by <c>share·(φ(100) − φ(score))</c>, φ the scale of its mean. With arithmetic means this is
/// effective weight · (100 − score). A part that was not reported lost everything.
/// </summary>
internal static class LostPoints
{
    public static void Fill(RowEvaluator evaluator, RowScratch row)
    {
        var structure = evaluator.Structure;
        evaluator.Share(row);
        row.Uncounted[structure.Root] = false;
        row.Lost[structure.Root] = RowEvaluator.Best - row.Scores[structure.Root];
        for (var node = structure.Root; node >= structure.ItemCount; node--)
        {
            Pass(node, evaluator, row);
        }
    }

    private static void Pass(int node, RowEvaluator evaluator, RowScratch row)
    {
        double total = 0;
        var children = evaluator.Children(node);
        foreach (var child in children)
        {
            row.Lost[child] = row.Shares[child] == 0 ? 0 : row.Shares[child] * Lack(node, child, evaluator, row);
            row.Uncounted[child] = row.Uncounted[node] || row.States[node] == NodeState.Grey;
            total += row.Lost[child];
        }

        foreach (var child in children)
        {
            row.Lost[child] = total == 0 ? 0 : row.Lost[node] * (row.Lost[child] / total);
        }
    }

    // Below a grey node nothing counted, so that its loss is shared by weight alone.
    private static double Lack(int node, int child, RowEvaluator evaluator, RowScratch row)
    {
        if (row.Uncounted[node] || row.States[node] == NodeState.Grey)
        {
            return 1;
        }

        var rule = evaluator.RuleOf(node);
        var score = row.States[child] == NodeState.Scored ? row.Scores[child] : evaluator.Least;
        return Math.Abs(MeanScale.To(rule, RowEvaluator.Best) - MeanScale.To(rule, score));
    }
}
