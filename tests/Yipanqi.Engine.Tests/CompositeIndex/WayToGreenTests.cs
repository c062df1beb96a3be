using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;
using static Yipanqi.Engine.CompositeIndex.AbsenceReason;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class WayToGreenTests
{
    [Fact]
    public void Takes_the_items_that_hold_back_most()
    {
        Way(Schemes.Flat(1, 1, 1, 1), [50, 70, 80, 90])!.Items.ShouldBe([0]);
        Way(Schemes.Flat(1, 1, 1, 1), [50, 60, 20, 90])!.Items.ShouldBe([2, 0]);
    }

    [Fact]
    public void Is_empty_where_it_is_green_already() => Way(Schemes.Flat(1, 1), [80, 79.9])!.Items.ShouldBeEmpty();

    [Fact]
    public void Decides_on_rounded_figures() => Way(Schemes.Flat(1, 1), [79.9, 80])!.Score.ShouldBe(79.95);

    [Fact]
    public void Raises_both_tracks_where_one_alone_would_open_a_gap()
    {
        var way = Way(Schemes.TwoTracks(), [75, 75, 75, 75, 60, 60, 60, 60])!;

        way.Items.Select(item => Schemes.TwoTracks().Nodes[item].Code).ShouldBe(["E1.1", "E2.1"]);
        way.Tracks.BusinessScore.ShouldBe((100 + 100 + 60) / 3.0, 1e-9);
        way.Score.ShouldBe((75 + 260 / 3.0) / 2, 1e-9);
    }

    [Fact]
    public void Passes_over_a_greater_obstacle_of_the_track_that_is_ahead()
    {
        var structure = Schemes.TwoTracks();

        var way = Way(structure, [45, 45, 100, 100, 97, 97, 40, 97])!;

        way.Items.Select(item => structure.Nodes[item].Code).ShouldBe(["A1.1"]);
        way.Tracks.Gap.ShouldBe(Math.Abs((100 + 45 + 100 + 100) / 4.0 - (97 + 97 + 68.5) / 3.0), 1e-9);
    }

    [Fact]
    public void An_item_that_was_not_reported_may_be_on_it() => Way(Schemes.Flat(1, 1, 1), [90, 90, NotReported])!.Items.ShouldBe([2]);

    [Fact]
    public void There_is_none_without_an_index() => Way(Schemes.Flat(1, 1), [90, NotReported]).ShouldBeNull();

    private static WayToGreen? Way(IndexStructure structure, params object[] figures)
    {
        var run = new SchemeRun(structure);
        return WayToGreen.Find(run, run.Score(Schemes.Columns(figures), PeerGroups.Single(1)), 0, LevelThresholds.Default);
    }
}
