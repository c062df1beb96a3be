using Yipanqi.Engine.Fusion;

namespace Yipanqi.Engine.Tests.Fusion;

public sealed class StageOrderTests
{
    private static readonly Dictionary<TaskStage, DateOnly> Two = new() { [TaskStage.Plan] = new(2026, 2, 1), [TaskStage.Deploy] = new(2026, 3, 1) };

    [Theory]
    [InlineData(TaskStage.Implement, "2026-03-01", StageOrderFault.None, "the same day is in order")]
    [InlineData(TaskStage.Implement, "2026-02-28", StageOrderFault.BeforeAnEarlierStage, "a day before deployment")]
    [InlineData(TaskStage.Inspect, "2026-06-01", StageOrderFault.EarlierMissing, "nothing was implemented")]
    [InlineData(TaskStage.Plan, "2026-03-02", StageOrderFault.AfterALaterStage, "planned after it was deployed")]
    [InlineData(TaskStage.Deploy, "2026-02-01", StageOrderFault.None, "its own day is not looked at")]
    public void Asks_for_a_reason_where_stages_are_out_of_order(TaskStage stage, string day, StageOrderFault fault, string because)
    {
        StageOrder.FaultOf(stage, DateOnly.Parse(day), Two).ShouldBe(fault, because);
    }
}
