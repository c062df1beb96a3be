namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Everything a run says about each organisation, column by column: spans run over the rows of the run, positions of
/// nodes are those of <see cref="IndexStructure.Nodes"/>. Scores are unrounded, within [least score, 100], NaN where there is none.
/// </summary>
public sealed class SchemeResult
{
    private readonly double[][] _scores;
    private readonly NodeState[][] _states;
    private readonly AbsenceReason[][] _reasons;
    private readonly double[][] _lost;

    internal SchemeResult(IndexStructure structure, int rows)
    {
        (Structure, Rows, HasTracks) = (structure, rows, structure.Nodes.Any(n => n.Track != Track.None));
        _scores = Columns<double>(structure.Nodes.Count);
        _states = Columns<NodeState>(structure.Nodes.Count);
        _reasons = Columns<AbsenceReason>(structure.ItemCount);
        _lost = Columns<double>(structure.ItemCount);
        Figures = new TrackFigures[rows];

        T[][] Columns<T>(int count) => [.. Enumerable.Range(0, count).Select(_ => new T[rows])];
    }

    /// <summary>The scheme's tree.</summary>
    public IndexStructure Structure { get; }

    /// <summary>Whether the scheme has the two tracks.</summary>
    public bool HasTracks { get; }

    /// <summary>Number of organisations.</summary>
    public int Rows { get; }

    /// <summary>Items that could not be compared in a peer group, by item and group.</summary>
    public IReadOnlyList<RelativeDrop> RelativeDrops { get; internal set; } = [];

    /// <summary>Scores of a node or item.</summary>
    public ReadOnlySpan<double> Scores(int node) => _scores[node];

    /// <summary>Scores of the root.</summary>
    public ReadOnlySpan<double> Index => _scores[Structure.Root];

    /// <summary>What became of a node; an item that was not reported is <see cref="NodeState.Grey"/>.</summary>
    public ReadOnlySpan<NodeState> States(int node) => _states[node];

    /// <summary>Why an item is absent, the reasons of the run included; None where it has a score.</summary>
    public ReadOnlySpan<AbsenceReason> Reasons(int item) => _reasons[item];

    /// <summary>
    /// Points of the index an item cost (失分), at least 0; over the items of an organisation they add up to 100 − index.
    /// NaN where the organisation has no index. See <see cref="ObstacleDegree"/> for the shares.
    /// </summary>
    public ReadOnlySpan<double> Lost(int item) => _lost[item];

    /// <summary>Track scores, gap and coupling of each organisation.</summary>
    public ReadOnlySpan<TrackFigures> Tracks => Figures;

    /// <summary>Items of an organisation by reason of absence.</summary>
    public Coverage CoverageOf(int row) => Coverage.Of(_reasons.Select(item => item[row]));

    /// <summary>
    /// Share of each item in all the organisation lacks to 100 (障碍度): lost points over their sum, within [0, 1],
    /// together 1; all 0 at an index of 100; all NaN without an index.
    /// </summary>
    /// <param name="row">The organisation.</param>
    /// <param name="degrees">Receives one degree per item.</param>
    public void ObstacleDegree(int row, Span<double> degrees)
    {
        double total = 0;
        for (var item = 0; item < Structure.ItemCount; item++)
        {
            total += degrees[item] = _lost[item][row];
        }

        for (var item = 0; item < Structure.ItemCount; item++)
        {
            degrees[item] = total == 0 ? 0 : degrees[item] / total;
        }
    }

    internal TrackFigures[] Figures { get; }

    internal double[] ItemScores(int item) => _scores[item];

    internal NodeState[] ItemStates(int item) => _states[item];

    internal AbsenceReason[] ItemReasons(int item) => _reasons[item];

    /// <summary>Copies the items of a row into scratch.</summary>
    internal void Load(int row, RowScratch scratch)
    {
        for (var item = 0; item < _lost.Length; item++)
        {
            (scratch.Scores[item], scratch.States[item]) = (_scores[item][row], _states[item][row]);
        }
    }

    /// <summary>Keeps the aggregates and lost points of a row.</summary>
    internal void Keep(int row, RowScratch scratch)
    {
        for (var node = _lost.Length; node < _scores.Length; node++)
        {
            (_scores[node][row], _states[node][row]) = (scratch.Scores[node], scratch.States[node]);
        }

        var scored = scratch.States[^1] == NodeState.Scored;
        for (var item = 0; item < _lost.Length; item++)
        {
            _lost[item][row] = scored ? scratch.Lost[item] : double.NaN;
        }
    }
}
