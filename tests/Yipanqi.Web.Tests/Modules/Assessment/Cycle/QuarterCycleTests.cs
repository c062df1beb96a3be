using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

public sealed class QuarterCycleTests
{
    private static readonly DateOnly Monday = new(2026, 10, 12);
    private static readonly DateTime Now = new(2026, 10, 12, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Quarter Q4 = new(2026, 4);

    // Every pair of states, with an objection period of five days that has run out: what is not named here is no step.
    private static readonly Dictionary<(QuarterState From, QuarterState To), CycleObstacle> Table = new()
    {
        [(QuarterState.Collecting, QuarterState.Previewing)] = CycleObstacle.None,
        [(QuarterState.Previewing, QuarterState.Collecting)] = CycleObstacle.None,
        [(QuarterState.Previewing, QuarterState.Objecting)] = CycleObstacle.None,
        [(QuarterState.Previewing, QuarterState.Published)] = CycleObstacle.ObjectionsDue,
        [(QuarterState.Objecting, QuarterState.Collecting)] = CycleObstacle.None,
        [(QuarterState.Objecting, QuarterState.Published)] = CycleObstacle.None,
        [(QuarterState.Published, QuarterState.Correcting)] = CycleObstacle.None,
        [(QuarterState.Correcting, QuarterState.Published)] = CycleObstacle.None,
    };

    public static TheoryData<QuarterState, QuarterState> Pairs
    {
        get
        {
            var pairs = new TheoryData<QuarterState, QuarterState>();
            foreach (var from in Enum.GetValues<QuarterState>().Where(s => s != QuarterState.NotOpened))
            {
                foreach (var to in Enum.GetValues<QuarterState>())
                {
                    pairs.Add(from, to);
                }
            }

            return pairs;
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Takes_the_steps_of_the_table_and_no_other(QuarterState from, QuarterState to)
    {
        var cycle = In(from);
        var expected = Table.GetValueOrDefault((from, to), CycleObstacle.NoSuchStep);

        cycle.ObstacleTo(to, Monday.AddDays(6)).ShouldBe(expected);
        if (expected == CycleObstacle.None)
        {
            Step(cycle, to, Monday.AddDays(6));
            cycle.State.ShouldBe(to);
        }
        else
        {
            Should.Throw<InvalidOperationException>(() => Step(cycle, to, Monday.AddDays(6)));
            cycle.State.ShouldBe(from);
        }
    }

    [Theory]
    [InlineData(QuarterState.Previewing, QuarterState.Collecting)]
    [InlineData(QuarterState.Objecting, QuarterState.Collecting)]
    [InlineData(QuarterState.Published, QuarterState.Correcting)]
    [InlineData(QuarterState.Correcting, QuarterState.Published)]
    public void Goes_back_for_a_reason_only(QuarterState from, QuarterState to)
    {
        QuarterCycle.NeedsReason(from, to).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => In(from).Move(to, Monday, Monday, Guid.NewGuid(), Now, ""));
    }

    [Fact]
    public void Is_not_published_before_the_last_day_of_objections_is_over()
    {
        var cycle = In(QuarterState.Objecting);

        cycle.ObjectionsUntil.ShouldBe(Monday.AddDays(5));
        cycle.ObstacleTo(QuarterState.Published, Monday.AddDays(5)).ShouldBe(CycleObstacle.ObjectionsRunning);
        cycle.ObstacleTo(QuarterState.Published, Monday.AddDays(6)).ShouldBe(CycleObstacle.None);
    }

    [Fact]
    public void Goes_from_preview_to_publication_where_it_was_opened_without_objections()
    {
        var cycle = QuarterCycle.Open(Guid.NewGuid(), Q4, Guid.NewGuid(), Monday, objectionDays: 0);
        Step(cycle, QuarterState.Previewing, Monday);

        cycle.ObstacleTo(QuarterState.Objecting, Monday).ShouldBe(CycleObstacle.NoObjectionPeriod);
        cycle.ObstacleTo(QuarterState.Published, Monday).ShouldBe(CycleObstacle.None);
    }

    [Theory]
    [InlineData(QuarterState.NotOpened, false, "figure.not-opened")]
    [InlineData(QuarterState.NotOpened, true, null)]
    [InlineData(QuarterState.Collecting, false, null)]
    [InlineData(QuarterState.Collecting, true, null)]
    [InlineData(QuarterState.Previewing, false, "figure.closed")]
    [InlineData(QuarterState.Previewing, true, null)]
    [InlineData(QuarterState.Objecting, false, "figure.closed")]
    [InlineData(QuarterState.Objecting, true, null)]
    [InlineData(QuarterState.Published, false, "figure.published")]
    [InlineData(QuarterState.Published, true, "figure.published")]
    [InlineData(QuarterState.Correcting, false, "figure.closed")]
    [InlineData(QuarterState.Correcting, true, null)]
    public void Takes_figures_of_reporters_while_it_collects_and_of_nobody_once_published(QuarterState state, bool isCommittee, string? refusal) =>
        FigureGate.Refuse(state, Q4, isCommittee)?.Code.ShouldBe(refusal);

    private static QuarterCycle In(QuarterState state)
    {
        var cycle = QuarterCycle.Open(Guid.NewGuid(), Q4, Guid.NewGuid(), Monday, objectionDays: 5);
        QuarterState[] way = [QuarterState.Previewing, QuarterState.Objecting, QuarterState.Published, QuarterState.Correcting];
        foreach (var next in way.TakeWhile(s => s <= state))
        {
            Step(cycle, next, next == QuarterState.Published ? Monday.AddDays(6) : Monday);
        }

        return cycle;
    }

    private static void Step(QuarterCycle cycle, QuarterState to, DateOnly today) => cycle.Move(to, today, Monday.AddDays(9), Guid.NewGuid(), Now, "理由");
}
