using Yipanqi.Engine.Tests.Support;
using Yipanqi.Engine.Text;
using Yipanqi.Tool;

namespace Yipanqi.Engine.Tests.Text;

public class MeasureRecommenderTests
{
    private static readonly Measure[] Measures =
    [
        new("A", "河堤先锋", "党员分段巡查堤坝，排除险情"),
        new("B", "窗口先锋岗", "审批窗口一次告知、延时服务"),
        new("C", "审计现场临时党支部", "审计组进点即建支部"),
        new("D", "学习小组", "读书分享"),
    ];

    [Fact]
    public void Words_in_common_bring_a_measure_to_the_front_and_are_named()
    {
        var found = Recommend("派驻外地的审计项目");

        found[0].Measure.Id.ShouldBe("C");
        found[0].Words[0].ShouldBe("审计");
    }

    [Fact]
    public void A_field_joins_texts_without_a_word_in_common()
    {
        var found = Recommend("汛期强降雨防范");

        found[0].Measure.Id.ShouldBe("A");
        found[0].Words[0].ShouldEndWith("（水利防汛）");
    }

    [Fact]
    public void A_measure_for_which_no_word_speaks_is_not_recommended()
    {
        Recommend("审计").ShouldNotContain(found => found.Measure.Id == "D");
        Recommend("〇〇").ShouldBeEmpty();
    }

    [Fact]
    public void No_more_than_asked_for_and_equal_ones_in_the_order_of_the_list()
    {
        var twins = new MeasureRecommender([new("2", "审计", "审计"), new("1", "审计", "审计"), new("3", "读书", "读书")], RecommendCommand.Lexicon());

        twins.For("审计", 5).Select(found => found.Measure.Id).ShouldBe(["2", "1"]);
        twins.For("审计", 1).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_order_of_the_other_tasks_and_of_the_words_of_a_list_does_not_matter()
    {
        var there = Recommend("防汛、审计");
        var back = new MeasureRecommender([.. Measures.Reverse()], RecommendCommand.Lexicon()).For("防汛、审计", 4);

        back.Select(found => (found.Measure.Id, Math.Round(found.Score, 9))).ShouldBe(there.Select(found => (found.Measure.Id, Math.Round(found.Score, 9))));
    }

    [Fact]
    public void A_single_measure_has_nothing_to_stand_out_from()
    {
        var only = new MeasureRecommender([Measures[2]], RecommendCommand.Lexicon());

        only.For("审计", 5).ShouldHaveSingleItem().Score.ShouldBe(0);
        new MeasureRecommender([], RecommendCommand.Lexicon()).For("审计", 5).ShouldBeEmpty();
    }

    [Fact]
    public void The_command_writes_rank_score_and_words_for_each_task()
    {
        using var folder = new TemporaryFolder();
        var tasks = folder.Write("t.csv", "task_id,owner,task\nT1,某局,派驻外地的审计项目\nT2,某局,窗口审批提速\n");
        var measures = folder.Write("m.csv", "id,kind,name,description\n" + string.Join('\n', Measures.Select(m => $"{m.Id},,{m.Name},{m.Description}")) + "\n");
        var path = folder.Write("r.csv", "");

        var run = CommandLine.Run("recommend", "--tasks", tasks, "--measures", measures, "--top", "1", "--out", path);

        run.ShouldBe(new CommandLine(0, "", ""));
        var lines = File.ReadAllLines(path);
        lines[0].ShouldBe("task_id,rank,measure_id,score,words");
        lines[1].ShouldStartWith("T1,1,C,");
        lines[2].ShouldStartWith("T2,1,B,");
        lines.Length.ShouldBe(3);
    }

    [Fact]
    public void The_command_names_a_column_that_lacks()
    {
        using var folder = new TemporaryFolder();
        var tasks = folder.Write("t.csv", "task_id,title\nT1,审计\n");
        var measures = folder.Write("m.csv", "id,name,description\n1,a,b\n");

        var run = CommandLine.Run("recommend", "--tasks", tasks, "--measures", measures);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBe($"{tasks}, row 1: there is no column \"task\"; the columns are task_id, title.\n");
    }

    private static IReadOnlyList<Recommendation> Recommend(string task) => new MeasureRecommender(Measures, RecommendCommand.Lexicon()).For(task, 4);
}
