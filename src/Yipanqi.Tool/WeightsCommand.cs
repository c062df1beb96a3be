using System.CommandLine;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool;

/// <summary><c>yipanqi weights</c>: weights of criteria from the figures themselves.</summary>
internal static class WeightsCommand
{
    private static readonly Dictionary<string, Func<FigureTable, double[]>> Methods = new()
    {
        ["equal"] = table => Weights.Equal(table.Figures.Columns),
        ["entropy"] = table => ObjectiveWeights.Entropy(table.Figures),
        ["entropy-minmax"] = table => ObjectiveWeights.EntropyOfMinMax(table.Figures, table.Directions, EntropyZeros.Limit),
        ["entropy-minmax-shrink"] = table => ObjectiveWeights.EntropyOfMinMax(table.Figures, table.Directions, EntropyZeros.Shrink),
        ["entropy-minmax-replace"] = table => ObjectiveWeights.EntropyOfMinMax(table.Figures, table.Directions, EntropyZeros.Replace),
        ["critic"] = table => ObjectiveWeights.CriticDirectionAware(table.Figures, table.Directions),
        ["critic-spearman"] = table => ObjectiveWeights.CriticSpearman(table.Figures),
        ["critic-without-minmax"] = table => ObjectiveWeights.CriticWithoutMinMax(table.Figures),
        ["sd"] = table => ObjectiveWeights.StandardDeviation(table.Figures),
        ["cv"] = table => ObjectiveWeights.CoefficientOfVariation(table.Figures),
        ["variance"] = table => ObjectiveWeights.StatisticalVariance(table.Figures),
        ["gini"] = table => ObjectiveWeights.Gini(table.Figures),
        ["merec"] = table => ObjectiveWeights.Merec(table.Figures, table.Directions),
    };

    public static Command Create()
    {
        var file = new Argument<string>("figures.csv") { Description = "Units in rows; the first column names them." };
        var method = new Option<string>("--method") { Description = "How to weigh.", DefaultValueFactory = _ => "critic" };
        method.AcceptOnlyFromAmong([.. Methods.Keys]);
        var columns = new Option<string?>("--columns") { Description = "Names of the columns to weigh, with commas; all but the first by default." };
        var cost = new Option<string?>("--cost") { Description = "Names of the columns for which less is better, with commas." };
        var subjective = new Option<string?>("--blend") { Description = "File with the columns criterion and weight (by judgement) to combine with." };
        var alpha = new Option<double>("--alpha") { Description = "Share of the weights by judgement, from 0 to 1.", DefaultValueFactory = _ => 0.5 };
        var command = new Command(
            "weights",
            """
            Weighs criteria by what the figures themselves tell, and prints criterion,weight. Weights sum to 1.

            Example: yipanqi weights figures.csv --method entropy
            Example: yipanqi weights figures.csv --method critic --columns rate,days --cost days
            Example: yipanqi weights figures.csv --method critic --blend experts.csv --alpha 0.6

            critic heeds directions; entropy, sd, cv, gini and critic-without-minmax work on raw columns.
            """)
        { file, method, columns, cost, subjective, alpha };
        command.SetAction(parsed => Run(
            FigureTable.Read(parsed.GetRequiredValue(file), FigureTable.Split(parsed.GetValue(columns)), FigureTable.Split(parsed.GetValue(cost))),
            parsed.GetRequiredValue(method),
            parsed.GetValue(subjective),
            parsed.GetValue(alpha),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(FigureTable table, string method, string? subjective, double alpha, TextWriter output)
    {
        var weights = table.Locate(() => Methods[method](table));
        if (subjective is not null)
        {
            weights = Weights.Blend(ByJudgement(subjective, table.Names), weights, alpha);
        }

        var report = new Report("criterion", "weight");
        for (var j = 0; j < weights.Length; j++)
        {
            report.Add(table.Names[j], weights[j]);
        }

        report.Write(output);
        return 0;
    }

    private static double[] ByJudgement(string path, IReadOnlyList<string> names)
    {
        var table = CsvTable.Read(path);
        var criteria = table.Texts(table.Column("criterion"));
        var weights = table.Numbers(table.Column("weight"));
        return [.. names.Select(name => Array.IndexOf(criteria, name) is var row and >= 0
            ? weights[row]
            : throw new InputRefusedException($"{path}: there is no weight for \"{name}\" in the column criterion; add a row for it."))];
    }
}
