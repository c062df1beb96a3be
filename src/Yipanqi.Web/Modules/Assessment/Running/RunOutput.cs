using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What comes out of a run.</summary>
/// <param name="Levels">One for each organisation; null where the scheme sets no levels.</param>
internal sealed record RunOutput(SchemeResult Result, RankInterval[] Intervals, LevelDecision[]? Levels)
{
    public static RunOutput Of(RunInputs inputs)
    {
        var run = SchemeStructure.Run(inputs.Definition);
        var columns = inputs.Columns();
        var groups = new PeerGroups(inputs.Groups);
        var result = run.Score(columns, groups);
        var intervals = new RankIntervals(run, inputs.Seed, inputs.Parameters.Redraws).Of(columns, groups, result, inputs.DrawKeys());
        var levels = inputs.Definition.Levels
            ? Enumerable.Range(0, result.Rows).Select(row => LevelDecision.Of(result, row, inputs.PreviousIndex[row], LevelThresholds.Default)).ToArray()
            : null;
        return new(result, intervals, levels);
    }
}
