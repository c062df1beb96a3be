namespace Yipanqi.Engine.CompositeIndex;

/// <summary>One organisation in one period, opened up: scores, states and shares of all nodes.</summary>
public sealed class SchemePeriod
{
    private readonly RowEvaluator _evaluator;
    private readonly RowScratch _row;

    /// <summary>Opens a row of a result.</summary>
    /// <param name="run">The scheme the result was made by.</param>
    /// <param name="result">The result.</param>
    /// <param name="row">The organisation.</param>
    public SchemePeriod(SchemeRun run, SchemeResult result, int row)
    {
        _evaluator = run.Evaluator;
        _row = new RowScratch(run.Structure);
        result.Load(row, _row);
        _evaluator.Evaluate(_row);
        _evaluator.Share(_row);
    }

    internal IndexStructure Structure => _evaluator.Structure;

    internal double Score(int node) => _row.Scores[node];

    internal NodeState State(int node) => _row.States[node];

    internal double Share(int node) => _row.Shares[node];

    /// <summary>What a node counts in its parent: its score, or the least score where it was not reported.</summary>
    internal double Counted(int node) => _row.States[node] == NodeState.Scored ? _row.Scores[node] : _evaluator.Least;

    /// <summary>Shares by the weights of this period with what dropped out in the other.</summary>
    internal double[] SharesUnder(SchemePeriod coverage)
    {
        var mixed = new RowScratch(Structure);
        coverage._row.States.CopyTo(mixed.States, 0);
        _evaluator.Share(mixed);
        return mixed.Shares;
    }

    internal void RequireSameTree(SchemePeriod other)
    {
        var same = Structure.Nodes.Count == other.Structure.Nodes.Count && _evaluator.Least == other._evaluator.Least
            && Structure.Nodes.Zip(other.Structure.Nodes).All(p => p.First.Code == p.Second.Code && p.First.Parent == p.Second.Parent)
            && Structure.LevelRules.SequenceEqual(other.Structure.LevelRules);
        if (!same)
        {
            throw new IndexRefusedException(
                "structures_differ", "The two schemes have different nodes, means or scales: give both the nodes of both, those of the other with weight 0, on one scale.");
        }
    }
}
