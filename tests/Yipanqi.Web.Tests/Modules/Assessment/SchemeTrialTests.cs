using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class SchemeTrialTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Moves_nobody_where_the_scheme_is_the_same(DatabaseKind kind)
    {
        using var ground = await PublishedAsync(kind);

        var view = await TryAsync(ground, SmallScheme() with { Name = "同一方案" });

        view.Quarters!.Select(q => (q.Head.Quarter.ToString(), q.Moved, q.Correlation)).ShouldBe([("2026Q3", 0, 1.0), ("2026Q2", 0, 1.0)]);
        view.Quarters!.ShouldAllBe(q => q.Organisations == 5 && q.ScoredBefore == 5 && q.ScoredAfter == 5 && q.Missing.Count == 0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Says_who_would_move_by_which_items_as_a_run_of_that_scheme_would_have_it(DatabaseKind kind)
    {
        using var ground = await PublishedAsync(kind);
        var heavier = With(n => n.Code == "P1" ? n with { Weight = 9 } : n);

        var quarter = (await TryAsync(ground, heavier)).Quarters![0];

        // 甲: P 0.9 and 0.1 at 9 : 1, B 0.5. Before (90 + 10)/2 and 50 make 50; after 82 and 50 make 66.
        var first = quarter.Moves.Single(m => m.ShortName == "甲局机关党委");
        (first.IndexBefore!.Value, first.IndexAfter!.Value).ShouldBe((50, 66), new Near());
        first.Causes.Sum(c => c.Points).ShouldBe(16, 1e-9);
        first.Causes.ShouldAllBe(c => Math.Abs(c.Points - c.Weight) < 1e-9);
        quarter.IsExplained.ShouldBeTrue();
        quarter.Correlation.ShouldBeLessThan(1);
        (quarter.Moves[0].RankBefore - quarter.Moves[0].RankAfter).ShouldNotBe(0);
    }

    [Fact]
    public async Task Leaves_out_what_the_old_quarters_have_no_figures_for_and_says_so()
    {
        using var ground = await PublishedAsync(DatabaseKind.Sqlite);
        var grown = SmallScheme();
        grown = grown with { Nodes = [.. grown.Nodes, Item("B2", "B", PoolOver.Administrative)] };
        var otherKind = With(n => n.Code == "P2" ? n with { Item = n.Item! with { Kind = FigureKind.Mean } } : n);

        var added = (await TryAsync(ground, grown)).Quarters![0];
        var changed = (await TryAsync(ground, otherKind)).Quarters![0];

        (added.Missing.Single().Code, added.MissingShare, added.Moved).ShouldBe(("B2", .25, 0));
        changed.Missing.Single().Code.ShouldBe("P2");
        changed.ScoredAfter.ShouldBe(5);
    }

    [Fact]
    public async Task Compares_results_alone_where_the_trees_cannot_be_set_against_each_other()
    {
        using var ground = await PublishedAsync(DatabaseKind.Sqlite);
        SchemeDefinition flat = new("small", "平铺", MissingPolicy.CountsZero, true, 0, [new("R", "", "指数", 1), Item("P1", "R", PoolOver.Party), Item("P2", "R", PoolOver.Party), Item("B1", "R", PoolOver.Administrative)]);

        var quarter = (await TryAsync(ground, flat)).Quarters![0];

        quarter.IsExplained.ShouldBeFalse();
        quarter.ScoredAfter.ShouldBe(5);
        quarter.Moves.ShouldAllBe(m => m.Causes.Count == 0);
    }

    [Fact]
    public async Task Takes_a_moved_and_a_removed_item_for_what_they_are()
    {
        using var ground = await PublishedAsync(DatabaseKind.Sqlite);
        var removed = SmallScheme() with { Nodes = [.. SmallScheme().Nodes.Where(n => n.Code != "P2")] };
        var moved = With(n => n.Code == "P2" ? n with { Parent = "B" } : n);

        var without = (await TryAsync(ground, removed)).Quarters![0].Moves.Single(m => m.ShortName == "甲局机关党委");
        var elsewhere = (await TryAsync(ground, moved)).Quarters![0].Moves.Single(m => m.ShortName == "甲局机关党委");

        // 甲 without P2: 90 and 50 make 70. With P2 beside B1: 90 and (10 + 50)/2 make 60.
        (without.IndexAfter!.Value, elsewhere.IndexAfter!.Value).ShouldBe((70, 60), new Near());
        without.Causes.Sum(c => c.Points).ShouldBe(20, 1e-9);
        elsewhere.Causes.ShouldContain(c => c.Code == "P2");
    }

    [Fact]
    public async Task Is_refused_to_those_who_see_a_part_and_absent_for_strangers()
    {
        using var ground = await PublishedAsync(DatabaseKind.Sqlite);
        var published = (await ground.Schemes.AllAsync(ground.Lead, SchemeFilter.None, default)).Single().Id;
        using var trials = new SchemeTrials(ground.Database.UnitOfWork, ground.Schemes);

        (await trials.FindAsync(ground.Committee.FirstOfficer, published, default))!.Refusal!.Code.ShouldBe("trial.scope");
        (await trials.FindAsync(ground.Lead with { TenantId = Guid.CreateVersion7() }, published, default)).ShouldBeNull();
        (await trials.FindAsync(ground.Lead, published, default))!.Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Asks_the_database_the_same_number_of_times_however_many_organisations_there_are()
    {
        using var few = await PublishedAsync(DatabaseKind.Sqlite);
        using var more = await PublishedAsync(DatabaseKind.Sqlite, more: true);

        (await CountAsync(more)).ShouldBe(await CountAsync(few));

        static async Task<int> CountAsync(AssessmentGround ground)
        {
            var before = ground.Database.Commands.Commands.Count;
            await TryAsync(ground, SmallScheme() with { Name = "再试" });
            return ground.Database.Commands.Commands.Count - before;
        }
    }

    [Fact]
    public async Task Weighs_siblings_by_the_figures_of_a_quarter_or_says_why_not()
    {
        using var ground = await PublishedAsync(DatabaseKind.Sqlite);
        var id = await ground.DraftSchemeAsync(SmallScheme() with { Name = "客观赋权" });
        var figures = new SiblingFiguresQuery(ground.Database.UnitOfWork, ground.Schemes);
        var weigh = new WeighByFigures(figures, new EditDraft(ground.Database.UnitOfWork, ground.Clock));

        var found = (await figures.FindAsync(ground.Lead, id, "P", Track.None, Q3, default)).Value;
        var taken = await weigh.RunAsync(ground.Lead, new(id, await Version(ground, id), "P", Track.None, Q3, WeightMethod.Entropy, .4, null), default);
        var definition = (await ground.Schemes.FindAsync(ground.Lead, id, default))!.Definition;

        double[][] rates = [[.9, .7, .5, .3, .1], [.1, .3, .9, .5, .7]];
        var entropy = ObjectiveWeights.EntropyOfMinMax(Matrix.FromColumns(rates), [Direction.Benefit, Direction.Benefit], EntropyZeros.Limit);
        found.Entropy!.Zip(entropy).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 1e-12);
        found.Columns.Select(c => c.Available).ShouldBe([5, 5]);
        taken.IsDone.ShouldBeTrue();
        definition.Nodes.Single(n => n.Code == "P1").Weight.ShouldBe(100 * ((.4 * .5) + (.6 * entropy[0])), 1e-6);
        SubmissionCheck.Of(definition).ShouldBeEmpty();
        (await figures.FindAsync(ground.Lead, id, "B", Track.None, Q3, default)).Value.Refusals.ShouldAllBe(r => r.Message.Contains("分不出轻重"));
        (await figures.FindAsync(ground.Lead, id, "P", Track.None, new Quarter(2020, 1), default)).Refusals.Single().Code.ShouldBe("figures.quarter");
        (await figures.FindAsync(ground.Committee.FirstOfficer, id, "P", Track.None, Q3, default)).Refusals.Single().Code.ShouldBe("scheme.draft");
    }

    private static SchemeDefinition With(Func<SchemeNode, SchemeNode> change) => SmallScheme() with { Nodes = [.. SmallScheme().Nodes.Select(change)] };

    // Five organisations in one group, two quarters, B1 the same for all.
    private static async Task<AssessmentGround> PublishedAsync(DatabaseKind kind, bool more = false)
    {
        var ground = await FoundAsync(kind);
        var c = ground.Committee;
        Yipanqi.Web.Access.Unit[] units = [c.First, c.Second, c.Branch, c.OtherBranch, c.Root];
        await ground.AssessAsync(units);
        if (more)
        {
            await ground.AssessAsync(c.FirstOrgan, c.SecondOrgan, c.Department, c.Organs);
        }

        var scheme = await ground.PublishSchemeAsync(SmallScheme());
        foreach (var quarter in new[] { Q3.Previous, Q3 })
        {
            double[] one = [9, 7, 5, 3, 1], other = [1, 3, 9, 5, 7];
            await ground.ReportAsync(quarter, [.. units.SelectMany((u, i) => new[] { (u, "P1", Rate(one[i], 10)), (u, "P2", Rate(other[i], 10)), (u, "B1", Rate(5, 10)) })]);
            await ground.RunAndPublishAsync(quarter, scheme);
        }

        return ground;
    }

    private static async Task<TrialView> TryAsync(AssessmentGround ground, SchemeDefinition definition)
    {
        var id = await ground.DraftSchemeAsync(definition);
        using var trials = new SchemeTrials(ground.Database.UnitOfWork, ground.Schemes);
        TrialView view;
        do
        {
            view = (await trials.FindAsync(ground.Lead, id, default))!;
            view.Refusal.ShouldBeNull();
        }
        while (view.Quarters is null);
        return view;
    }

    private static async Task<int> Version(AssessmentGround ground, Guid id) => (await ground.Schemes.FindAsync(ground.Lead, id, default))!.Review.RowVersion;

    private sealed class Near : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9;

        public int GetHashCode((double, double) obj) => 0;
    }
}
