using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;
using static Yipanqi.Engine.CompositeIndex.AbsenceReason;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class TrackFiguresTests
{
    [Fact]
    public void Party_is_the_mean_of_A_to_D_and_business_is_E()
    {
        var result = Schemes.Run(Schemes.TwoTracks(), [60, 70, 80, 90, 40, 40, 40, 40]);
        var tracks = result.Tracks[0];

        (tracks.PartyScore, tracks.BusinessScore, tracks.Gap, tracks.Lagging).ShouldBe((75, 40, 35, Track.Business));
        result.Index[0].ShouldBe(57.5);
        tracks.ClassicalC.ShouldAgreeWith(2 * Math.Sqrt(0.75 * 0.4) / 1.15);
        tracks.AdjustedC.ShouldAgreeWith(Math.Sqrt(0.65 * 0.4 / 0.75));
        tracks.D.ShouldAgreeWith(Math.Sqrt(tracks.AdjustedC * 0.575));
        tracks.Grade.ShouldBe(CoordinationGrades.Of(tracks.D));
    }

    [Fact]
    public void Without_a_linked_unit_only_the_party_score_is_shown()
    {
        var result = Schemes.Run(Schemes.TwoTracks(), [60, 70, 80, 90, NotApplicable, NotApplicable, NotApplicable, NotApplicable]);
        var tracks = result.Tracks[0];

        (tracks.PartyScore, tracks.BusinessScore, tracks.D, tracks.Grade).ShouldBe((75, double.NaN, double.NaN, null));
        tracks.BusinessState.ShouldBe(NodeState.DroppedOut);
    }

    [Fact]
    public void A_track_under_two_thirds_is_grey_even_where_the_index_has_a_score()
    {
        var result = Schemes.Run(Schemes.TwoTracks(), [NotReported, NotReported, 80, 90, 40, 40, 40, 40]);

        result.Tracks[0].PartyState.ShouldBe(NodeState.Grey);
        result.Index[0].ShouldBe((80 + 90) * 0.125 + 40 * 0.5, 1e-12);
    }

    [Fact]
    public void Two_tracks_at_zero_have_no_coupling_degree()
    {
        var tracks = Schemes.Run(Schemes.TwoTracks(), [0, 0, 0, 0, 0, 0, 0, 0]).Tracks[0];

        (tracks.ClassicalC, tracks.AdjustedC, tracks.D).ShouldBe((double.NaN, double.NaN, 0));
    }
}
