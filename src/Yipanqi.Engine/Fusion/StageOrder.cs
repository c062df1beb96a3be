namespace Yipanqi.Engine.Fusion;

/// <summary>Whether a stage of one side may be recorded for a day without saying why it is out of order.</summary>
public static class StageOrder
{
    /// <summary>
    /// Looks at the other stages of the same side: an earlier one without record, one with a later day, and a later one with an earlier day each ask for a reason.
    /// </summary>
    /// <param name="stage">The stage to be recorded.</param>
    /// <param name="day">Its day.</param>
    /// <param name="others">Days of the stages of the same side that have a record; an entry for the stage itself is not looked at.</param>
    public static StageOrderFault FaultOf(TaskStage stage, DateOnly day, IReadOnlyDictionary<TaskStage, DateOnly> others)
    {
        for (var earlier = TaskStage.Plan; earlier < stage; earlier++)
        {
            if (!others.TryGetValue(earlier, out var before))
            {
                return StageOrderFault.EarlierMissing;
            }

            if (before > day)
            {
                return StageOrderFault.BeforeAnEarlierStage;
            }
        }

        return others.Any(o => o.Key > stage && o.Value < day) ? StageOrderFault.AfterALaterStage : StageOrderFault.None;
    }
}
