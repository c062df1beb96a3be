using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.Fusion;

namespace Yipanqi.Engine.Tests.Fusion;

public sealed class StageCellsTests
{
    private static readonly DateOnly Due = Day("04-15");
    private static readonly DateOnly Today = Day("10-16");

    [Theory]
    [InlineData("03-15", "04-22", StageState.Joined, 38, 0, "both sides, the Party side later")]
    [InlineData("04-22", "03-15", StageState.Joined, 38, 0, "the other way round is the same lag")]
    [InlineData("03-15", "", StageState.PartyMissing, 215, 200, "business alone: from its day to the day looked at, overdue after the window of 15 days")]
    [InlineData("", "10-06", StageState.BusinessMissing, 10, 0, "Party side alone, still within the window")]
    [InlineData("", "", StageState.BothMissing, 184, 184, "neither side, the due day 184 days ago")]
    [InlineData("10-17", "", StageState.BothMissing, 184, 184, "a record of tomorrow is not there yet")]
    public void Tells_how_the_two_sides_stand(string business, string party, StageState state, int lag, int late, string because)
    {
        var cell = StageCells.Of(TaskStage.Deploy, Parse(business), [Parse(party)], Due, Today);

        (cell.State, cell.LagDays, cell.LateDays).ShouldBe((state, lag, late), because);
    }

    [Fact]
    public void Is_not_due_until_the_day_after_its_due_day()
    {
        StageCells.Of(TaskStage.Deploy, null, [null], Due, Due).State.ShouldBe(StageState.NotDue);
        StageCells.Of(TaskStage.Deploy, null, [null], Due, Due.AddDays(1)).State.ShouldBe(StageState.BothMissing);
    }

    [Fact]
    public void Shows_the_worst_fusion_point_missing_first_then_the_largest_lag()
    {
        var business = Day("03-15");

        var missing = StageCells.Of(TaskStage.Deploy, business, [Day("05-30"), null, Day("03-16")], Due, Today);
        var apart = StageCells.Of(TaskStage.Deploy, business, [Day("03-16"), Day("05-30"), Day("03-01")], Due, Today);
        var equal = StageCells.Of(TaskStage.Deploy, business, [Day("03-16"), Day("03-14")], Due, Today);

        (missing.State, missing.WorstPoint, missing.Others).ShouldBe((StageState.PartyMissing, 1, 2));
        (apart.State, apart.WorstPoint, apart.LagDays, apart.Others).ShouldBe((StageState.Joined, 1, 76, 2));
        equal.WorstPoint.ShouldBe(0);
    }

    [Fact]
    public void Prefers_a_side_that_is_there_to_a_point_that_is_not_due()
    {
        var cell = StageCells.Of(TaskStage.Inspect, null, [null, Day("10-01")], Day("11-30"), Today);

        (cell.State, cell.WorstPoint).ShouldBe((StageState.BusinessMissing, 1));
    }

    [Fact]
    public void Has_no_party_side_without_fusion_point()
    {
        var cell = StageCells.Of(TaskStage.Plan, Day("02-01"), [], Due, Today);

        (cell.State, cell.WorstPoint, cell.Others, cell.PartyDay).ShouldBe((StageState.PartyMissing, -1, 0, null));
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_the_fusion_points()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int[], int>((days, business) =>
        {
            DateOnly?[] points = [.. days.Append(0).Select(At)];
            var one = StageCells.Of(TaskStage.Plan, At(business), points, Due, Today);
            var other = StageCells.Of(TaskStage.Plan, At(business), points.Reverse().ToArray(), Due, Today);

            return (one.State, one.LagDays, one.LateDays, one.Others) == (other.State, other.LagDays, other.LateDays, other.Others);
        }));
    }

    [Fact]
    public void Never_counts_backwards()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int, int, int>((business, party, due) =>
        {
            var cell = StageCells.Of(TaskStage.Implement, At(business), [At(party)], At(due) ?? Due, Today);

            return cell.LagDays >= 0 && cell.LateDays >= 0 && (cell.State == StageState.BothMissing || cell.LateDays <= cell.LagDays);
        }));
    }

    // A day of the year, or none for each third number.
    private static DateOnly? At(int n) => n % 3 == 0 ? null : Day("01-01").AddDays(Math.Abs(n % 360));

    private static DateOnly Day(string text) => DateOnly.ParseExact("2026-" + text, "yyyy-MM-dd");

    private static DateOnly? Parse(string text) => text.Length == 0 ? null : Day(text);
}
