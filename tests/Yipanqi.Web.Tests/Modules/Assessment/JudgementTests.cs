using System.Globalization;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Modules.Assessment;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class JudgementTests
{
    private static readonly string[] Attributes = ["cult", "fam", "house", "jobs", "trans"];

    // 15 respondents about five attributes: a code −k says that the one named first is k times as important, +k the reverse.
    private static readonly IReadOnlyList<Dictionary<string, string>> Answers = ReferenceFile.Rows("ahp_survey/city_comparisons_1_15.csv");

    [Fact]
    public void Give_the_published_weights_and_ratios_of_every_respondent_of_a_survey()
    {
        var expected = ReferenceFile.Rows("ahp_survey/city_results_1_15.csv").ToDictionary(r => r["respondent"]);

        var result = JudgementResult.Of(Attributes.Length, Experts(), null);

        foreach (var expert in result.Experts)
        {
            expert.Weights.Zip(Attributes).ShouldAllBe(p => Math.Abs(p.First - Number(expected[expert.Name]["w_eigen_" + p.Second])) < 1e-9);
            expert.Ratio.ShouldBe(Number(expected[expert.Name]["CR_RI_1.12"]), 1e-9);
        }

        result.Table.Name.ShouldBe("saaty_1980");
    }

    [Fact]
    public void Give_the_published_weights_of_the_group_and_become_them_in_the_scheme()
    {
        var expected = ReferenceFile.Rows("ahp_survey/city_group_weights_1_15.csv").ToDictionary(r => r["attribute"], r => Number(r["weight_AIJ_geometric_judgements_eigenvector"]));
        var definition = City();
        foreach (var expert in Experts())
        {
            definition = Done(new KeepJudgement("I", Track.None, null, expert), definition);
        }

        var taken = Done(new TakeWeights("I", Track.None, WeightMethod.Ahp) { Reason = new("意见本就不一", "李静", new(2026, 10, 12)) }, definition);

        var weights = taken.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code, n => n.Weight);
        weights.ShouldAllBe(w => Math.Abs(w.Value - (100 * expected[w.Key])) <= 1e-6);
        weights.Values.Sum().ShouldBe(100, 1e-9);
        SubmissionCheck.Of(taken).ShouldBeEmpty();
    }

    [Fact]
    public void Are_refused_beyond_a_ratio_of_a_tenth_unless_a_reason_is_signed()
    {
        var definition = Done(new KeepJudgement("I", Track.None, null, new("专家一", 1, [9, 9, 9, 9, 9, 1, 1, 1, 1, 9])), City());
        var take = new TakeWeights("I", Track.None, WeightMethod.Ahp);

        take.Apply(definition).Refusals.Single().Message.ShouldContain("CR 超过 0.10");
        var signed = Done(take with { Reason = new("专家坚持", "李静", new(2026, 10, 12)) }, definition);

        signed.Weightings!.Single().Reason!.By.ShouldBe("李静");
        SubmissionCheck.Of(signed).ShouldBeEmpty();
        SubmissionCheck.Of(signed with { Weightings = [signed.Weightings!.Single() with { Reason = null }] }).Single().Message.ShouldContain("前后矛盾");
    }

    [Fact]
    public void Name_the_pair_furthest_off_and_what_would_fit()
    {
        // All the same, but the second is said to be a ninth of the fourth.
        var worst = JudgementResult.Of(5, [new("专家一", 1, [1, 1, 1, 1, 1, -9, 1, 1, 1, 1])], null).Worst!;

        (worst.Row, worst.Column).ShouldBe((1, 3));
        worst.Judgement.ShouldBe(1 / 9.0, 1e-15);
        worst.Implied.ShouldBeInRange(.3, .6);
    }

    [Fact]
    public void Of_more_than_ten_siblings_need_a_longer_table_by_name()
    {
        var nodes = City().Nodes.Take(1).Concat(Enumerable.Range(1, 11).Select(i => Item("X" + i, "I", PoolOver.Party))).ToList();
        var definition = Done(new KeepJudgement("I", Track.None, null, new("专家一", 1, [.. Enumerable.Repeat(1, 55)])), City() with { Nodes = nodes });

        new TakeWeights("I", Track.None, WeightMethod.Ahp).Apply(definition).Refusals.Single().Message.ShouldContain("只到 10 阶");
        var taken = Done(new TakeWeights("I", Track.None, WeightMethod.Ahp) { RandomIndex = "tummala_ling_1998_pymcdm" }, definition);

        taken.Weightings!.Single().RandomIndex.ShouldBe("tummala_ling_1998_pymcdm");
        taken.Nodes.Skip(1).Sum(n => n.Weight).ShouldBe(100, 1e-9);
    }

    [Fact]
    public void Count_by_the_vote_of_their_expert()
    {
        ExpertJudgement[] twice = [new("一", 2, [3, 5, 2]), new("二", 1, [1, 2, 2])];
        ExpertJudgement[] two = [new("一", 1, [3, 5, 2]), new("一", 1, [3, 5, 2]), new("二", 1, [1, 2, 2])];

        var (byVote, byNumber) = (JudgementResult.Of(3, twice, null).Weights, JudgementResult.Of(3, two, null).Weights);

        byVote.Zip(byNumber).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 1e-12);
        byVote[0].ShouldBeGreaterThan(JudgementResult.Of(3, [twice[0] with { Vote = 1 }, twice[1]], null).Weights[0]);
    }

    [Fact]
    public void Are_stale_once_the_siblings_are_others()
    {
        var judged = Done(new KeepJudgement("I", Track.None, null, new("专家一", 1, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1])), City());
        var taken = Done(new TakeWeights("I", Track.None, WeightMethod.Ahp), judged);

        var grown = Done(new AddNode("I", "新项目", true), taken);

        SubmissionCheck.Of(grown).Single().Message.ShouldContain("下级有变动");
        SubmissionCheck.Of(Done(new TakeWeights("I", Track.None, WeightMethod.Fixed), grown)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", 1.0, "专家的称呼")]
    [InlineData("专家一", 0.0, "份量")]
    public void Are_refused_without_a_name_or_a_vote(string name, double vote, string message) =>
        new KeepJudgement("I", Track.None, null, new(name, vote, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).Apply(City()).Refusals.Single().Message.ShouldContain(message);

    [Fact]
    public void In_a_file_are_refused_where_they_are_not_whole()
    {
        var forged = City() with { Weightings = [new("I", Track.None, WeightMethod.Ahp) { Codes = Attributes, Experts = [new("专家一", 1, [1, 1])] }] };

        SchemeCheck.Check(forged).Single().Message.ShouldContain("判断不全");
        SchemeCheck.Check(City() with { Weightings = [new("X", Track.None, WeightMethod.Equal)] }).Single().Message.ShouldContain("没有这样的同级节点");
    }

    [Fact]
    public void Must_be_what_the_weights_come_from()
    {
        var judged = Done(new KeepJudgement("I", Track.None, null, new("专家一", 1, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1])), City());
        var taken = Done(new TakeWeights("I", Track.None, WeightMethod.Ahp), judged);
        var forged = taken with { Nodes = [.. taken.Nodes.Select(n => n.Code == "cult" ? n with { Weight = 60 } : n)] };

        SubmissionCheck.Of(taken).ShouldBeEmpty();
        SubmissionCheck.Of(forged).Single().Message.ShouldContain("已不相符");
    }

    private static SchemeDefinition City() => new("city", "城市", MissingPolicy.CountsZero, true, 0, [new("I", "", "指数", 1), .. Attributes.Select(a => Item(a, "I", PoolOver.Party))]);

    private static ExpertJudgement[] Experts()
    {
        var pairs = Answers[0].Keys.Where(k => k != "respondent").ToList();
        return [.. Answers.Select(row => new ExpertJudgement(row["respondent"], 1, [.. pairs.Select(p => StepOf((int)Number(row[p])))]))];
    }

    private static int StepOf(int code) => Math.Abs(code) == 1 ? 1 : -code;

    private static SchemeDefinition Done(DraftStep step, SchemeDefinition definition)
    {
        var outcome = step.Apply(definition);
        outcome.Refusals.ShouldBeEmpty();
        return outcome.Value.Definition;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
