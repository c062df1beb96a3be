using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What comes out of a run.</summary>
/// <param name="Levels">One for each organisation; null where the scheme sets no levels.</param>
internal sealed record RunOutput(SchemeResult Result, RankInterval[] Intervals, LevelDecision[]? Levels)
{
    /// <param name="progress">Is told which share of the redraws is done, 0–1.</param>
    public static RunOutput Of(RunInputs inputs, Action<double>? progress = null)
    {
        var run = SchemeStructure.Run(inputs.Definition);
        var columns = inputs.Columns();
        var groups = new PeerGroups(inputs.Groups);
        var result = run.Score(columns, groups);
        var intervals = inputs.Parameters.Redraws == 0
            ? PeerRanking.WithoutIntervals(result, groups)
            : new RankIntervals(run, inputs.Seed, inputs.Parameters.Redraws).Of(columns, groups, result, inputs.DrawKeys(), progress: progress);
        return new(result, intervals, inputs.Definition.Levels ? LevelsOf(result, inputs.PreviousIndex) : null);
    }

    private static LevelDecision[] LevelsOf(SchemeResult result, double[] previous)
    {
        var levels = new LevelDecision[result.Rows];
        Parallel.For(0, levels.Length, row => levels[row] = LevelDecision.Of(result, row, previous[row], LevelThresholds.Default));
        return levels;
    }
}
