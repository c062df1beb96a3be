using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A past quarter scored by one scheme.</summary>
internal sealed class TrialSide
{
    private readonly SchemeResult result;
    private readonly LevelDecision[]? levels;

    private TrialSide(SchemeRun run, SchemeResult result, int[] ranks, LevelDecision[]? levels) => (Run, this.result, Ranks, this.levels) = (run, result, ranks, levels);

    public SchemeRun Run { get; }

    /// <summary>0: not ranked.</summary>
    public int[] Ranks { get; }

    public double Index(int row) => result.Index[row];

    public double[] Scores(string code) => result.Scores(Run.Structure.Find(code)).ToArray();

    /// <summary>Null where the scheme sets no levels.</summary>
    public WarningLevel? LevelOf(int row) => levels?[row].Level;

    public SchemePeriod Period(int row) => new(Run, result, row);

    public static TrialSide Of(PastQuarter past, SchemeDefinition definition, IReadOnlyDictionary<Guid, double> previous)
    {
        var nodes = definition.Nodes.ToDictionary(n => n.Code);
        return Of(past, definition, code => nodes[code], previous);
    }

    /// <param name="itemOf">The item whose figures a node of the definition takes.</param>
    public static TrialSide Of(PastQuarter past, SchemeDefinition definition, Func<string, SchemeNode> itemOf, IReadOnlyDictionary<Guid, double> previous)
    {
        var run = SchemeStructure.Run(definition);
        var columns = run.Structure.Nodes.Take(run.Structure.ItemCount).Select(n => past.Column(itemOf(n.Code), definition.NotReported)).ToList();
        var result = run.Score(columns, past.Groups);
        var limits = definition.Limits;
        var levels = definition.Levels
            ? Enumerable.Range(0, result.Rows).Select(row => LevelDecision.Of(result, row, previous.GetValueOrDefault(past.Subjects[row].UnitId, double.NaN), limits)).ToArray()
            : null;
        return new(run, result, PeerRanking.Ranks(result, past.Groups), levels);
    }
}
