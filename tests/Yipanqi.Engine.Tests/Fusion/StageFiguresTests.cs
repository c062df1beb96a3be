using Yipanqi.Engine.Fusion;

namespace Yipanqi.Engine.Tests.Fusion;

public sealed class StageFiguresTests
{
    private static readonly DateOnly Today = new(2026, 10, 16);
    private static readonly DateOnly Due = new(2026, 4, 15);

    [Fact]
    public void Counts_as_the_items_of_the_scheme_do()
    {
        DateOnly business = new(2026, 3, 1);
        (TaskStage, StageCell)[] cells =
        [
            (TaskStage.Deploy, StageCells.Of(TaskStage.Deploy, business, [business.AddDays(10)], Due, Today)),
            (TaskStage.Deploy, StageCells.Of(TaskStage.Deploy, business, [business.AddDays(20)], Due, Today)),
            (TaskStage.Deploy, StageCells.Of(TaskStage.Deploy, Today.AddDays(-5), [null], Due, Today)),
            (TaskStage.Deploy, StageCells.Of(TaskStage.Deploy, null, [null], Due, Today)),
            (TaskStage.Deploy, StageCells.Of(TaskStage.Deploy, business, [], Due, Today)),
            (TaskStage.Deploy, StageCells.Of(TaskStage.Deploy, null, [null], Today, Today)),
        ];

        var figures = StageFigures.Of(cells);

        (figures.Passed, figures.Joined, figures.Linked, figures.InWindow).ShouldBe((5, 2, 4, 1));
        (figures.InWindowShare, figures.JoinedShare).ShouldBe((1 / 4.0, 2 / 5.0));
        figures.MedianLagDays.ShouldBe(10); // of 10, 20 and 5; two missing sides have no lag, a task without fusion point is not linked
    }

    [Fact]
    public void Knows_no_share_and_no_median_of_nothing()
    {
        var none = StageFigures.Of([]);

        (none.InWindowShare, none.JoinedShare, none.MedianLagDays).ShouldBe((null, null, null));
    }

    [Theory]
    [InlineData(TaskStage.Plan, "2026-02-24")] // 364 days × 15 % = 54
    [InlineData(TaskStage.Deploy, "2026-04-02")] // 91
    [InlineData(TaskStage.Implement, "2026-10-01")] // 273
    [InlineData(TaskStage.Inspect, "2026-11-24")] // 327
    [InlineData(TaskStage.Assess, "2026-12-31")]
    public void Derives_the_due_day_of_a_stage_from_the_days_of_the_task(TaskStage stage, string day)
    {
        StageTimes.DueDay(new(2026, 1, 1), new(2026, 12, 31), stage).ShouldBe(DateOnly.Parse(day));
        StageTimes.DueDay(new(2026, 1, 1), new(2025, 12, 31), stage).ShouldBe(new DateOnly(2026, 1, 1));
    }
}
