using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;
using static Yipanqi.Engine.CompositeIndex.AbsenceReason;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class ContributionsTests
{
    [Fact]
    public void A_changed_figure_contributes_its_share_of_the_change()
    {
        var parts = Of(Schemes.Flat(1, 3), [60, 80], Schemes.Flat(1, 3), [70, 76])!;

        parts[0].ShouldBe(new ItemContribution(0, 2.5, 0, 0));
        parts[1].ShouldBe(new ItemContribution(1, -3, 0, 0));
    }

    [Fact]
    public void A_changed_weight_contributes_by_how_far_the_item_lies_from_the_index()
    {
        var parts = Of(Schemes.Flat(1, 1), [60, 80], Schemes.Flat(1, 3), [60, 80])!;

        parts.Select(p => p.Weight).ToArray().ShouldAgreeWith([(60 - 72.5) * -0.25, (80 - 72.5) * 0.25]);
        parts.Sum(p => p.Total).ShouldAgreeWith(5);
        parts.ShouldAllBe(p => p.Value == 0 && p.Coverage == 0);
    }

    [Fact]
    public void What_came_to_be_reported_is_coverage_and_not_value()
    {
        var parts = Of(Schemes.Flat(1, 1, 1), [60, 90, NotReported], Schemes.Flat(1, 1, 1), [60, 90, 30])!;

        parts[2].ShouldBe(new ItemContribution(2, 0, 0, 10));
        parts[0].Total.ShouldBe(0);
    }

    [Fact]
    public void What_ceased_to_apply_is_coverage_shared_with_those_that_took_its_weight()
    {
        var parts = Of(Schemes.Flat(1, 1, 1), [60, 90, 30], Schemes.Flat(1, 1, 1), [60, 90, NotApplicable])!;

        parts.Sum(p => p.Coverage).ShouldAgreeWith(75 - 60);
        parts[2].Coverage.ShouldAgreeWith((30 - 67.5) * (0 - 1 / 3.0));
        parts.ShouldAllBe(p => p.Value == 0 && p.Weight == 0);
    }

    [Fact]
    public void A_node_that_turned_grey_is_coverage_of_its_items()
    {
        var structure = Schemes.Dimensions("A", "B", "C");

        var parts = Of(structure, [60, 60, 60, 80, 80, 80, 90, 90, 90], structure, [60, NotReported, NotReported, 80, 80, 80, 90, 90, 90])!;

        parts.Take(3).Select(p => p.Coverage).ToArray().ShouldAgreeWith([-20 / 3.0, -20 / 3.0, -20 / 3.0]);
        parts.Skip(3).ShouldAllBe(p => p.Total == 0);
    }

    [Fact]
    public void A_branch_that_applied_in_neither_period_takes_nothing()
    {
        IndexStructure Tree(double weightOfA) => IndexStructure.Build(
        [
            new("Index", null, 1), new("A", "Index", weightOfA), new("B", "Index", 1), new("A1", "A", 1), new("A2", "A", 1), new("B1", "B", 1),
            Schemes.Item("a1", "A1"), Schemes.Item("a2", "A2"), Schemes.Item("b", "B1"),
        ]);

        var parts = Of(Tree(1), [NotDue, 60, 80], Tree(3), [NotDue, 60, 80])!;

        parts.Select(p => p.Weight).ToArray().ShouldAgreeWith([0, (60 - 67.5) * 0.25, (80 - 67.5) * -0.25]);
    }

    [Theory]
    [InlineData(AggregationKind.Arithmetic)]
    [InlineData(AggregationKind.Geometric)]
    [InlineData(AggregationKind.Harmonic)]
    [InlineData(AggregationKind.Generalised)]
    public void They_add_up_to_the_change_of_the_index(AggregationKind kind) =>
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            const int rows = 20;
            var random = new RandomScheme(seed);
            var before = new SchemeRun(random.Structure(relative: false, kind));
            var after = new SchemeRun(random.Reweighed(before.Structure));
            var (old, now) = (before.Score(random.Columns(before.Structure, rows), PeerGroups.Single(rows)), after.Score(random.Columns(after.Structure, rows), PeerGroups.Single(rows)));
            return Enumerable.Range(0, rows).All(row =>
            {
                var parts = Contributions.Of(new(before, old, row), new(after, now, row));
                var change = now.Index[row] - old.Index[row];
                return parts is null ? double.IsNaN(change) : Math.Abs(parts.Sum(p => p.Total) - change) < 1e-9;
            });
        }));

    [Fact]
    public void They_are_refused_between_different_trees_and_not_given_without_a_score()
    {
        Of(Schemes.Flat(1, 1), [60, NotReported], Schemes.Flat(1, 1), [60, 60]).ShouldBeNull();
        Should.Throw<IndexRefusedException>(() => Of(Schemes.Flat(1, 1), [60, 60], Schemes.Flat(1, 1, 1), [60, 60, 60])).Code.ShouldBe("structures_differ");
    }

    private static IReadOnlyList<ItemContribution>? Of(IndexStructure before, object[] old, IndexStructure after, object[] now) =>
        Contributions.Of(
            new(new SchemeRun(before), Schemes.Run(before, old), 0),
            new(new SchemeRun(after), Schemes.Run(after, now), 0));
}
