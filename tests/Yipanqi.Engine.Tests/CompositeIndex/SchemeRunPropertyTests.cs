using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class SchemeRunPropertyTests
{
    private const int Rows = 60;

    [Fact]
    public void Scores_stay_within_the_scale() => ForAll((run, columns, groups, _) =>
    {
        var result = run.Score(columns, groups);
        return Enumerable.Range(0, run.Structure.Nodes.Count).All(node => result.Scores(node).ToArray().All(s => double.IsNaN(s) || (s >= 0 && s <= 100)));
    });

    [Fact]
    public void Scoring_what_changed_gives_the_bytes_of_a_full_run() => ForAll((run, columns, groups, random) =>
    {
        var result = run.Score(columns, groups);
        var other = random.Columns(run.Structure, Rows);
        int[] changed = [.. Enumerable.Range(0, 3).Select(_ => random.Below(Rows)).Distinct()];
        for (var item = 0; item < columns.Length; item++)
        {
            foreach (var row in changed)
            {
                columns[item].Values[row] = other[item].Values[row];
                columns[item].Reasons![row] = other[item].Reasons![row];
            }
        }

        run.Rescore(columns, groups, changed, result);
        return RandomScheme.Bytes(result).SequenceEqual(RandomScheme.Bytes(run.Score(columns, groups)));
    });

    [Fact]
    public void The_scale_of_the_weights_does_not_matter() => ForAll((run, columns, groups, _) =>
    {
        var tenfold = IndexStructure.Build([.. run.Structure.Nodes.Select(n => n with { Weight = 10 * n.Weight })]);
        return RandomScheme.Bytes(run.Score(columns, groups)).SequenceEqual(RandomScheme.Bytes(new SchemeRun(tenfold).Score(columns, groups)));
    });

    [Fact]
    public void A_better_figure_on_goalposts_never_lowers_the_index() => ForAll((run, columns, groups, random) =>
    {
        var before = run.Score(columns, groups);
        int item = random.Below(columns.Length), row = random.Below(Rows);
        var direction = (double)run.Structure.Nodes[item].Rule!.Direction;
        columns[item].Values[row] += 10 * direction;
        var after = run.Score(columns, groups);
        return double.IsNaN(before.Index[row]) ? double.IsNaN(after.Index[row]) : after.Index[row] >= before.Index[row];
    }, relative: false);

    [Fact]
    public void The_number_of_threads_does_not_change_a_byte()
    {
        var random = new RandomScheme(7);
        var run = new SchemeRun(random.Structure(relative: true));
        var columns = random.Columns(run.Structure, 3000);
        var groups = random.Groups(3000);

        var alone = RandomScheme.Bytes(run.Score(columns, groups, threads: 1));

        RandomScheme.Bytes(run.Score(columns, groups, threads: 5)).SequenceEqual(alone).ShouldBeTrue();
    }

    [Fact]
    public void Only_the_changed_rows_are_scored_again_without_items_that_compare()
    {
        var random = new RandomScheme(1);
        var run = new SchemeRun(random.Structure(relative: false));
        var columns = random.Columns(run.Structure, Rows);
        var result = run.Score(columns, PeerGroups.Single(Rows));

        run.Rescore(columns, PeerGroups.Single(Rows), [40, 3, 40], result).ShouldBe([3, 40]);
    }

    private static void ForAll(Func<SchemeRun, ItemColumn[], PeerGroups, RandomScheme, bool> holds, bool relative = true) =>
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var random = new RandomScheme(seed);
            var run = new SchemeRun(random.Structure(relative));
            return holds(run, random.Columns(run.Structure, Rows), random.Groups(Rows), random);
        }));
}
