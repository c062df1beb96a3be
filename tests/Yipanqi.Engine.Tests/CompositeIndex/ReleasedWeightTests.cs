using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;
using static Yipanqi.Engine.CompositeIndex.AbsenceReason;

namespace Yipanqi.Engine.Tests.CompositeIndex;

/// <summary>E3.1 that is not applicable gives its sixth of E to E1 and E2, and E3.2 keeps its own sixth.</summary>
public class ReleasedWeightTests
{
    [Fact]
    public void With_everything_there_E1_E2_and_E3_weigh_a_third_each() => E(80, 60, 50, 90).ShouldBe((80 + 60 + (50 + 90) / 2.0) / 3, 1e-12);

    [Fact]
    public void Where_E31_does_not_apply_E1_and_E2_weigh_five_twelfths_and_E32_stays_at_a_sixth() =>
        E(80, 60, NotApplicable, 90).ShouldBe(80 * 5 / 12.0 + 60 * 5 / 12.0 + 90 / 6.0, 1e-12);

    [Fact]
    public void The_share_goes_to_those_still_there_so_that_E32_weighs_what_it_would_with_E31() =>
        E(NotApplicable, 60, NotApplicable, 90).ShouldBe(60 * 3 / 4.0 + 90 / 4.0, 1e-12);

    [Fact]
    public void With_nobody_to_take_it_the_share_falls_to_the_sibling() => E(NotApplicable, NotApplicable, NotApplicable, 90).ShouldBe(90);

    [Fact]
    public void Where_all_of_E3_drops_out_E1_and_E2_share_evenly() => E(80, 60, NotApplicable, NotDue).ShouldBe(70);

    [Fact]
    public void Not_reported_is_not_released_and_turns_E3_grey() => E(80, 60, NotReported, 90).ShouldBe((80 + 60) / 3.0, 1e-12);

    [Fact]
    public void Two_thirds_are_counted_with_the_released_weights()
    {
        E(80, 60, NotApplicable, NotReported).ShouldBe((80 + 60) * 5 / 12.0, 1e-12);
        E(NotReported, 60, NotApplicable, 90).ShouldBe(double.NaN);
    }

    private static double E(object e1, object e2, object e31, object e32) =>
        Schemes.Run(Schemes.TwoTracks(), [50, 50, 50, 50, e1, e2, e31, e32]).Score("E");
}
