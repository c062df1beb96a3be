using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class LevelDecisionTests
{
    private static readonly TrackFigures Even = Tracks(85, 85, 0.9);

    [Theory]
    [InlineData(100, WarningLevel.Green)]
    [InlineData(80, WarningLevel.Green)]
    [InlineData(79.95, WarningLevel.Green)]
    [InlineData(79.9499, WarningLevel.Yellow)]
    [InlineData(70, WarningLevel.Yellow)]
    [InlineData(69.95, WarningLevel.Yellow)]
    [InlineData(69.94, WarningLevel.Orange)]
    [InlineData(59.95, WarningLevel.Orange)]
    [InlineData(59.94, WarningLevel.Red)]
    [InlineData(0, WarningLevel.Red)]
    public void The_score_is_rounded_once_to_a_tenth_and_then_decides(double score, WarningLevel level) =>
        Decide(score, Even).Level.ShouldBe(level);

    [Fact]
    public void A_sum_that_is_79_95_but_for_rounding_rounds_as_79_95()
    {
        var score = 79.95 - 2e-14;

        PublishedFigure.Tenth(score).ShouldBe(80);
        Decide(score, Even).Level.ShouldBe(WarningLevel.Green);
    }

    [Theory]
    [InlineData(0.25, 0.3)]
    [InlineData(-0.25, -0.3)]
    [InlineData(0.05, 0.1)]
    [InlineData(79.85, 79.9)]
    [InlineData(double.NaN, double.NaN)]
    public void Halves_are_rounded_away_from_zero(double figure, double rounded) => PublishedFigure.Tenth(figure).ShouldBe(rounded);

    [Theory]
    [InlineData(0.7, WarningLevel.Green)]
    [InlineData(0.6995, WarningLevel.Green)]
    [InlineData(0.6994, WarningLevel.Yellow)]
    [InlineData(0.5994, WarningLevel.Orange)]
    [InlineData(0.4994, WarningLevel.Red)]
    [InlineData(double.NaN, WarningLevel.Green)]
    public void The_adjusted_coordination_degree_sets_at_least_its_level(double d, WarningLevel level) =>
        Decide(90, Tracks(85, 85, d)).Level.ShouldBe(level);

    [Theory]
    [InlineData(90, 75.06, WarningLevel.Green)]
    [InlineData(90, 75.05, WarningLevel.Yellow)]
    [InlineData(75, 90, WarningLevel.Yellow)]
    [InlineData(90, 65.05, WarningLevel.Orange)]
    [InlineData(100, 20, WarningLevel.Orange)]
    public void A_gap_between_the_tracks_makes_yellow_and_orange_but_never_red(double party, double business, WarningLevel level) =>
        Decide(90, Tracks(party, business, 0.9)).Level.ShouldBe(level);

    [Theory]
    [InlineData(92.94, WarningLevel.Green)]
    [InlineData(92.95, WarningLevel.Yellow)]
    [InlineData(99.95, WarningLevel.Orange)]
    [InlineData(double.NaN, WarningLevel.Green)]
    public void A_fall_against_the_previous_quarter_makes_yellow_and_orange(double previous, WarningLevel level) =>
        LevelDecision.Decide(85, Even, previous, LevelThresholds.Default).Level.ShouldBe(level);

    [Fact]
    public void All_signals_are_named_with_the_figures_that_decided()
    {
        var decision = LevelDecision.Decide(64.96, Tracks(80.02, 49.9, 0.5994), 74.1, LevelThresholds.Default);

        decision.Level.ShouldBe(WarningLevel.Orange);
        decision.Reasons.ShouldBe(
        [
            new(LevelSignal.Score, WarningLevel.Orange, 65, 70, "assessment 3.1"),
            new(LevelSignal.Coordination, WarningLevel.Orange, 0.599, 0.6, "assessment 3.1"),
            new(LevelSignal.Gap, WarningLevel.Orange, 30.1, 25, "assessment 3.2", Track.Business),
            new(LevelSignal.Fall, WarningLevel.Yellow, 9.1, 8, "assessment 3.3"),
        ]);
    }

    [Fact]
    public void Green_names_the_score() =>
        Decide(85, Even).Reasons.ShouldBe([new LevelReason(LevelSignal.Score, WarningLevel.Green, 85, double.NaN, "assessment 3.1")]);

    [Fact]
    public void Without_an_index_it_is_grey_whatever_the_tracks_say()
    {
        var decision = Decide(double.NaN, Tracks(90, 10, 0.1));

        decision.Level.ShouldBe(WarningLevel.Grey);
        decision.Reasons.Single().Signal.ShouldBe(LevelSignal.NoData);
    }

    [Fact]
    public void A_track_without_data_is_never_green_but_keeps_a_worse_level()
    {
        var tracks = Tracks(double.NaN, 90, double.NaN) with { PartyState = NodeState.Grey };

        Decide(85, tracks).Level.ShouldBe(WarningLevel.Grey);
        Decide(65, tracks).Level.ShouldBe(WarningLevel.Orange);
        Decide(65, tracks).Reasons[^1].ShouldBe(new LevelReason(LevelSignal.NoData, WarningLevel.Grey, double.NaN, double.NaN, "assessment 3.9", Track.Party));
    }

    [Fact]
    public void Limits_are_data()
    {
        var strict = LevelThresholds.Default with { Score = new(90, 80, null, "own rule 1") };

        LevelDecision.Decide(85, Even, double.NaN, strict).Reasons.Single().ShouldBe(new LevelReason(LevelSignal.Score, WarningLevel.Yellow, 85, 90, "own rule 1"));
        LevelDecision.Decide(10, Even, double.NaN, strict).Level.ShouldBe(WarningLevel.Orange);
    }

    private static LevelDecision Decide(double score, TrackFigures tracks) => LevelDecision.Decide(score, tracks, double.NaN, LevelThresholds.Default);

    private static TrackFigures Tracks(double party, double business, double d) => new(party, business, NodeState.Scored, NodeState.Scored, 1, 1, d);
}
