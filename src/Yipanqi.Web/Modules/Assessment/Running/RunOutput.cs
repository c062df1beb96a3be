using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What comes out of a run.</summary>
/// <param name="Index">The index of each organisation after bonus and deduction items: what is ranked, sets the level and is published.</param>
/// <param name="Levels">One for each organisation; null where the scheme sets no levels.</param>
internal sealed record RunOutput(SchemeResult Result, double[] Index, RankInterval[] Intervals, LevelDecision[]? Levels)
{
    public static RunOutput Of(RunInputs inputs)
    {
        var run = SchemeStructure.Run(inputs.Definition);
        var columns = inputs.Columns();
        var groups = new PeerGroups(inputs.Groups);
        var result = run.Score(columns, groups);
        var index = Enumerable.Range(0, result.Rows).Select(row => inputs.Adjustments.Apply(row, result.Index[row])).ToArray();
        var intervals = new RankIntervals(run, inputs.Seed, inputs.Parameters.Redraws).Of(columns, groups, result, inputs.DrawKeys(), published: inputs.Adjustments.Apply);
        var levels = inputs.Definition.Levels
            ? Enumerable.Range(0, result.Rows).Select(row => LevelOf(inputs, result, index, row)).ToArray()
            : null;
        return new(result, index, intervals, levels);
    }

    private static LevelDecision LevelOf(RunInputs inputs, SchemeResult result, double[] index, int row)
    {
        var decision = LevelDecision.Decide(index[row], result.Tracks[row], inputs.PreviousIndex[row], LevelThresholds.Default);
        return inputs.Adjustments.At(row).Veto ? decision.Vetoed(LevelThresholds.Default) : decision;
    }
}
