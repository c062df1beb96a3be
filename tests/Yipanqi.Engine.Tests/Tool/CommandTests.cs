using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.Tool;

public class CommandTests
{
    [Fact]
    public void Weights_are_printed_by_criterion_and_can_be_blended_with_judgement()
    {
        using var folder = new TemporaryFolder();
        var figures = folder.Write("figures.csv", "unit,rate,days\nx,1,2\ny,4,16\n");
        var experts = folder.Write("experts.csv", "criterion,weight\ndays,1\nrate,3\n");

        var plain = CommandLine.Run("weights", figures, "--method", "entropy");
        var blended = CommandLine.Run("weights", figures, "--method", "equal", "--blend", experts, "--alpha", "0.5");

        plain.ExitCode.ShouldBe(0, plain.Error);
        plain.Output.ShouldStartWith("criterion,weight\nrate,0.3588887904");
        blended.Output.ShouldBe("criterion,weight\nrate,0.625\ndays,0.375\n");
    }

    [Fact]
    public void A_refusal_names_file_row_column_and_remedy_on_standard_error()
    {
        using var folder = new TemporaryFolder();
        var figures = folder.Write("figures.csv", "unit,rate,days\nx,1,2\ny,4,2\nz,5,\n");

        var constant = CommandLine.Run("weights", figures, "--method", "critic");
        var missing = CommandLine.Run("weights", figures, "--method", "merec");
        var unknown = CommandLine.Run("weights", figures, "--cost", "weeks");
        var absent = CommandLine.Run("weights", figures + ".nowhere");

        constant.ExitCode.ShouldBe(1);
        constant.Output.ShouldBeEmpty();
        constant.Error.ShouldStartWith($"{figures}, column days: All 2 present values are 2");
        missing.Error.ShouldStartWith($"{figures}, row 4 (z), column days: The cell is empty, and MEREC needs every figure");
        unknown.Error.ShouldBe($"{figures}, row 1: there is no column \"weeks\"; the columns are unit, rate, days.\n");
        absent.Error.ShouldContain("the file cannot be opened");
    }

    [Theory]
    [InlineData("weights")]
    [InlineData("weights", "f.csv", "--method", "guess")]
    [InlineData("coupling", "f.csv")]
    [InlineData("sensitivity", "f.csv", "t.csv", "--draws", "0")]
    [InlineData("deadline", "--from", "2026-02-13")]
    [InlineData("deadline", "--from", "13.2.2026", "--working-days", "2")]
    [InlineData("recommend", "--tasks", "t.csv")]
    [InlineData("recommend", "--tasks", "t.csv", "--measures", "m.csv", "--top", "0")]
    [InlineData("nothing")]
    [InlineData]
    public void Wrong_usage_says_so_with_the_way_to_help_and_exit_code_2(params string[] args)
    {
        var run = CommandLine.Run(args);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("--help");
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("weights")]
    [InlineData("ahp")]
    [InlineData("coupling")]
    [InlineData("sensitivity")]
    [InlineData("deadline")]
    [InlineData("recommend")]
    public void Help_teaches_by_example(string command)
    {
        var run = CommandLine.Run(command, "--help");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain($"Example: yipanqi {command} ");
    }

    [Fact]
    public void Ahp_prints_weights_and_tells_consistency_with_its_table()
    {
        using var folder = new TemporaryFolder();
        var matrix = folder.Write("j.csv", ",quality,speed,cost\nquality,1,3,2\nspeed,1/3,1,1/2\ncost,1/2,2,1\n");

        var run = CommandLine.Run("ahp", matrix);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldStartWith("criterion,eigenvector,geometric_mean,column_mean\nquality,0.53961455");
        run.Error.ShouldBe($"{matrix}: lambda_max 3.0092, CI 0.0046, CR 0.0079 (saaty_1980): acceptable\n");
    }

    [Fact]
    public void Ahp_names_the_inconsistent_judgement_and_the_cell_it_refuses()
    {
        using var folder = new TemporaryFolder();
        var inconsistent = folder.Write("i.csv", ",a,b,c\na,1,9,1/5\nb,1/9,1,5\nc,5,1/5,1\n");
        var refused = folder.Write("r.csv", ",a,b\na,1,9\nb,1/8,1\n");
        var words = folder.Write("w.csv", ",a,b\na,1,much\nb,1/8,1\n");

        CommandLine.Run("ahp", inconsistent).Error.ShouldContain(": inconsistent\n" + inconsistent + ": look first at ");
        CommandLine.Run("ahp", refused).Error.ShouldStartWith($"{refused}, row 3, column a: The judgement a(2,1), in row 2 and column 1, is 0.125");
        CommandLine.Run("ahp", words).Error.ShouldBe($"{words}, row 2, column b: \"much\" is not a judgement; write a number such as 3, 0.5 or 1/3.\n");
    }

    [Fact]
    public void Ahp_joins_a_group_by_judgements_or_by_weights()
    {
        using var folder = new TemporaryFolder();
        var first = folder.Write("1.csv", ",a,b\na,1,8\nb,1/8,1\n");
        var second = folder.Write("2.csv", ",a,b\na,1,2\nb,1/2,1\n");

        CommandLine.Run("ahp", first, second).Output.ShouldStartWith("criterion,eigenvector,geometric_mean,column_mean\na,0.8");
        CommandLine.Run("ahp", first, second, "--group", "aip").Output.ShouldStartWith("criterion,aip_arithmetic,aip_geometric\na,0.7777777777777778,0.7999999999");
    }

    [Fact]
    public void Coupling_prints_both_forms_with_grade_gap_and_laggard()
    {
        using var folder = new TemporaryFolder();
        var scores = folder.Write("s.csv", "unit,party,business\nx,80,80\ny,0,0\nz,90,\nw,81,1\n");

        var run = CommandLine.Run("coupling", scores, "--systems", "party,business");

        run.ExitCode.ShouldBe(0, run.Error);
        var lines = run.Output.Split('\n');
        lines[0].ShouldBe("unit,C,T,D,C_adjusted,D_adjusted,grade,gap,lagging");
        lines[1].ShouldBe("x,1,0.8,0.8944271909999159,1,0.8944271909999159,良好协调,0,");
        lines[2].ShouldBe("y,,0,0,,0,极度失调,0,");
        lines[3].ShouldBe("z,,,,,,,,");
        lines[4].ShouldEndWith(",business");
    }

    [Fact]
    public void Coupling_refuses_scores_off_their_scale_with_row_and_column()
    {
        using var folder = new TemporaryFolder();
        var scores = folder.Write("s.csv", "unit,party,business\nx,80,80\ny,70,101\n");

        CommandLine.Run("coupling", scores, "--systems", "party,business").Error
            .ShouldStartWith($"{scores}, row 3 (y), column business: Score 2 is 1.01");
    }

    [Fact]
    public void Sensitivity_repeats_with_its_seed_and_explains_by_weight()
    {
        string[] files = [Reference.Path("synth46/items.csv"), Reference.Path("synth46/hierarchy.csv"), "--raw", "--draws", "50"];

        var run = CommandLine.Run(["sensitivity", .. files, "--seed", "7"]);
        var explained = CommandLine.Run(["sensitivity", .. files, "--explain"]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe(CommandLine.Run(["sensitivity", .. files, "--seed", "7"]).Output);
        run.Output.ShouldStartWith("unit,rank,mean_rank,sd_rank,q05,median,q95,share_top10\nU001,");
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(31);
        explained.Output.ShouldStartWith("weight_of,first_order,total\nD1I1,");
        explained.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(21);
    }
}
