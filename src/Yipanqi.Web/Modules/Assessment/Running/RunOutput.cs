using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What comes out of a run.</summary>
/// <param name="Index">The index of each organisation after bonus and deduction items: what is ranked, sets the level and is published.</param>
/// <param name="Levels">One for each organisation; null where the scheme sets no levels.</param>
internal sealed record RunOutput(SchemeResult Result, double[] Index, RankInterval[] Intervals, LevelDecision[]? Levels)
{
    /// <param name="progress">Is told which share of the redraws is done, 0–1.</param>
    public static RunOutput Of(RunInputs inputs, Action<double>? progress = null)
    {
        var run = SchemeStructure.Run(inputs.Definition);
        var columns = inputs.Columns();
        var groups = new PeerGroups(inputs.Groups);
        var result = run.Score(columns, groups);
        var index = Enumerable.Range(0, result.Rows).Select(row => inputs.Adjustments.Apply(row, result.Index[row])).ToArray();
        var intervals = inputs.Parameters.Redraws == 0
            ? PeerRanking.WithoutIntervals(result, groups, inputs.Adjustments.Apply)
            : new RankIntervals(run, inputs.Seed, inputs.Parameters.Redraws)
                .Of(columns, groups, result, inputs.DrawKeys(), published: inputs.Adjustments.Apply, progress: progress);
        return new(result, index, intervals, inputs.Definition.Levels ? LevelsOf(inputs, result, index) : null);
    }

    private static LevelDecision[] LevelsOf(RunInputs inputs, SchemeResult result, double[] index)
    {
        var (levels, limits) = (new LevelDecision[result.Rows], inputs.Definition.Limits);
        Parallel.For(0, levels.Length, row => levels[row] = LevelOf(inputs, limits, result, index, row));
        return levels;
    }

    private static LevelDecision LevelOf(RunInputs inputs, LevelThresholds limits, SchemeResult result, double[] index, int row)
    {
        var decision = LevelDecision.Decide(index[row], result.Tracks[row], inputs.PreviousIndex[row], limits);
        return inputs.Adjustments.At(row).Veto ? decision.Vetoed(limits) : decision;
    }
}
