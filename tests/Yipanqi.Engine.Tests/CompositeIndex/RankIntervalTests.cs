using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;
using static Yipanqi.Engine.CompositeIndex.AbsenceReason;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class RankIntervalTests
{
    private const ulong Seed = 20260331;

    [Fact]
    public void What_is_held_fixed_keeps_its_rank()
    {
        var intervals = Of(Schemes.Columns([90], [80], [80], [70], [60], [50]));

        intervals.Select(i => (i.Rank, i.Lower, i.Upper)).ShouldBe([(1, 1, 1), (2, 2, 2), (2, 2, 2), (4, 4, 4), (5, 5, 5), (6, 6, 6)]);
        intervals.Select(i => i.Standing).ShouldBe(
            [RankStanding.Leader, RankStanding.Leader, RankStanding.Leader, RankStanding.None, RankStanding.Laggard, RankStanding.Laggard]);
    }

    [Theory]
    [InlineData(1, 2, 6, RankStanding.Leader)]
    [InlineData(1, 3, 6, RankStanding.None)]
    [InlineData(5, 6, 6, RankStanding.Laggard)]
    [InlineData(4, 6, 6, RankStanding.None)]
    [InlineData(1, 1, 5, RankStanding.Leader)]
    [InlineData(2, 2, 5, RankStanding.None)]
    [InlineData(5, 5, 5, RankStanding.Laggard)]
    public void Leaders_and_laggards_lie_wholly_in_a_third_rounded_down(int lower, int upper, int ranked, RankStanding standing) =>
        RankInterval.StandingOf(lower, upper, ranked).ShouldBe(standing);

    [Fact]
    public void Groups_under_5_and_organisations_without_index_or_linked_unit_are_not_ranked()
    {
        Of(Schemes.Columns([90], [80], [70], [60], [NotReported])).ShouldAllBe(i => i.Rank == 0 && i.Upper == 0 && i.Standing == RankStanding.None);
        object[] whole = [60, 60, 60, 60, 60, 60, 60, 60], unlinked = [99, 99, 99, 99, NotApplicable, NotApplicable, NotApplicable, NotApplicable];
        var result = Schemes.Run(Schemes.TwoTracks(), whole, whole, unlinked, whole, whole, whole);

        PeerRanking.Ranks(result, PeerGroups.Single(6)).ShouldBe([1, 1, 0, 1, 1, 1]);
    }

    [Fact]
    public void Bonus_and_deduction_items_move_the_rank()
    {
        var result = Schemes.Run(Schemes.Flat(1), [90], [80], [80], [70], [60], [50]);

        var ranks = PeerRanking.Ranks(result, PeerGroups.Single(6), (row, index) => row == 5 ? index + 35 : index);

        ranks.ShouldBe([1, 3, 3, 5, 6, 2]);
    }

    [Fact]
    public void Few_cases_leave_the_rank_wide_open_and_many_pin_it_down()
    {
        var few = Of(Counts(10));
        var many = Of(Counts(1_000_000));

        few.ShouldAllBe(i => i.Upper - i.Lower >= 2);
        many.ShouldAllBe(i => i.Lower == i.Rank && i.Upper == i.Rank);
    }

    [Fact]
    public void The_draws_have_the_mean_and_spread_of_their_distribution()
    {
        var rows = 20_000;
        ItemColumn[] columns = [new(Fill(rows, 0.9)) { Redraw = new CountsSource(Fill(rows, 27), Fill(rows, 30)) }];

        var below = ShareBelow(columns, 0.9, rows);

        below.ShouldBe(MathNet.Numerics.Distributions.Beta.CDF(27.5, 3.5, 0.9), 0.02);
    }

    [Fact]
    public void A_numerator_beyond_the_denominator_is_cut()
    {
        var rows = 20_000;
        ItemColumn[] columns = [new(Fill(rows, 1.2)) { Redraw = new CountsSource(Fill(rows, 36), Fill(rows, 30)) }];

        ShareBelow(columns, 0.99, rows).ShouldBe(MathNet.Numerics.Distributions.Beta.CDF(30.5, 0.5, 0.99), 0.02);
    }

    [Fact]
    public void Weighted_shares_use_their_effective_size()
    {
        WeightedShareSource.EffectiveSize([1, 1, 1, 1]).ShouldBe(4);
        WeightedShareSource.EffectiveSize([3, 1]).ShouldBe(1.6);
        WeightedShareSource.EffectiveSize([]).ShouldBe(0);
        var rows = 20_000;
        ItemColumn[] columns = [new(Fill(rows, 0.25)) { Redraw = new WeightedShareSource(Fill(rows, 8)) }];

        ShareBelow(columns, 0.3, rows).ShouldBe(MathNet.Numerics.Distributions.Beta.CDF(2.5, 6.5, 0.3), 0.02);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Ratings_are_redrawn_over_their_counts_one_by_one_or_all_at_once(int times)
    {
        var rows = 20_000;
        int[][] counts = [.. ((int[])[1, 0, 2, 3, 2]).Select(c => Enumerable.Repeat(c * times, rows).ToArray())];
        const double mean = 29 / 8.0;
        var deviation = Math.Sqrt((1 * 1 + 2 * 9 + 3 * 16 + 2 * 25) / 8.0 - mean * mean) / Math.Sqrt(8 * times);
        ItemColumn[] columns = [new(Fill(rows, mean)) { Redraw = new RatingsSource(counts) }];

        ShareBelow(columns, mean + deviation, rows, ItemRule.Goalposts(Direction.Benefit, 1, 5)).ShouldBe(0.84, 0.04);
    }

    [Fact]
    public void Figures_made_of_parts_are_redrawn_from_their_parts()
    {
        var rows = 20_000;
        double[][] met = [Fill(rows, 0), Fill(rows, 30), Fill(rows, 15)], due = [Fill(rows, 9), Fill(rows, 30), Fill(rows, 30)];
        ItemColumn[] columns = [new(Fill(rows, 0.5)) { Redraw = new PartsSource(PartsFormula.MinHopRatio, met, due) }];

        var below = ShareBelow(columns, 0.5, rows);

        below.ShouldBe(0.47, 0.06);
        ShareBelow(columns, 0.2, rows).ShouldBe(0, 0.01);
    }

    [Fact]
    public void The_seed_fixes_the_intervals_whatever_the_threads_and_with_keys_whatever_the_order_of_rows()
    {
        var columns = Counts(10);
        ItemColumn[] reversed = [new([.. columns[0].Values.Reverse()]) { Redraw = Reversed((CountsSource)columns[0].Redraw!) }];
        ulong[] keys = [.. Enumerable.Range(0, 12).Select(i => 1000 + (ulong)i * 7)];

        var alone = Of(columns, keys, threads: 1);

        Of(columns, keys, threads: 6).ShouldBe(alone);
        Of(reversed, [.. keys.Reverse()], threads: 2).Reverse().ShouldBe(alone);
        Of(columns, keys, threads: 1, seed: Seed + 5000).ShouldNotBe(alone);
    }

    [Fact]
    public void Items_that_compare_are_scored_anew_within_the_redrawn_group()
    {
        var structure = IndexStructure.Build([new("Index", null, 1), new("r", "Index", 1) { Rule = ItemRule.PercentileRank(Direction.Benefit, 0, 100) }]);
        var run = new SchemeRun(structure);
        var columns = Counts(1_000_000);
        var result = run.Score(columns, PeerGroups.Single(12));

        var intervals = new RankIntervals(run, Seed, 100).Of(columns, PeerGroups.Single(12), result);

        intervals.Select(i => i.Rank).ShouldBe([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
        intervals.ShouldAllBe(i => i.Lower == i.Rank && i.Upper == i.Rank);
    }

    private static RankInterval[] Of(ItemColumn[] columns, ulong[]? keys = null, int threads = 0, ulong seed = Seed)
    {
        var rows = columns[0].Values.Length;
        var run = new SchemeRun(IndexStructure.Build([new("Index", null, 1), Posts(ItemRule.Goalposts(Direction.Benefit, 0, columns[0].Redraw is null ? 100 : 1))]));
        return new RankIntervals(run, seed).Of(columns, PeerGroups.Single(rows), run.Score(columns, PeerGroups.Single(rows)), keys, threads);
    }

    // Among thousands of equal organisations and one held at a figure, the rank of that one is the share drawn above it.
    private static double ShareBelow(ItemColumn[] columns, double figure, int rows, ItemRule? rule = null)
    {
        columns[0].Values[0] = figure;
        Hold(columns[0].Redraw!);
        var run = new SchemeRun(IndexStructure.Build([new("Index", null, 1), Posts(rule ?? ItemRule.Goalposts(Direction.Benefit, 0, 1))]));
        var groups = PeerGroups.Single(rows);
        var interval = new RankIntervals(run, Seed, redraws: 3).Of(columns, groups, run.Score(columns, groups))[0];
        return 1 - (interval.Lower - 1.0) / (rows - 1);
    }

    private static void Hold(RedrawSource source)
    {
        switch (source)
        {
            case CountsSource counts: counts.Denominators[0] = 0; break;
            case WeightedShareSource shares: shares.EffectiveSizes[0] = 0; break;
            case RatingsSource ratings: Array.ForEach(ratings.Counts, step => step[0] = 0); break;
            case PartsSource parts: Array.ForEach(parts.Denominators, due => due[0] = 0); break;
        }
    }

    private static IndexNode Posts(ItemRule rule) => new("a", "Index", 1) { Rule = rule };

    // Twelve organisations whose rates rise from 0.30 by 0.05.
    private static ItemColumn[] Counts(double due)
    {
        double[] rates = [.. Enumerable.Range(0, 12).Select(i => 0.3 + 0.05 * i)];
        return [new(rates) { Redraw = new CountsSource([.. rates.Select(r => r * due)], Fill(12, due)) }];
    }

    private static CountsSource Reversed(CountsSource source) => new([.. source.Numerators.Reverse()], [.. source.Denominators.Reverse()]);

    private static double[] Fill(int rows, double value) => [.. Enumerable.Repeat(value, rows)];
}
