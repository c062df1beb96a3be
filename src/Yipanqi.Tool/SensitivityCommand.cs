using System.CommandLine;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool;

/// <summary><c>yipanqi sensitivity</c>: how far ranks hang on the exact weights.</summary>
internal static class SensitivityCommand
{
    public static Command Create()
    {
        var scores = new Argument<string>("scores.csv") { Description = "Units in rows, one column for each leaf of the tree by its code; the first column names the units." };
        var tree = new Argument<string>("tree.csv") { Description = "Columns iCode, Parent, Level (1 = leaf), Direction, Weight." };
        var noise = new Option<double>("--noise") { Description = "How far each weight above the leaves may move: 0.25 is a quarter up or down.", DefaultValueFactory = _ => 0.25 };
        var draws = new Option<int>("--draws") { Description = "Number of draws.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<ulong>("--seed") { Description = "Seed; the same seed gives the same figures.", DefaultValueFactory = _ => 1 };
        var raw = new Option<bool>("--raw") { Description = "The columns are raw figures: scale them 0-100 by min-max in their direction first." };
        var explain = new Option<bool>("--explain") { Description = "Print instead, for each weight, the Sobol indices of the mean shift of ranks." };
        var command = new Command(
            "sensitivity",
            """
            Moves the weights between leaves and root at random, aggregates and ranks anew each time, and prints where each
            unit's rank lies: unit,rank,mean_rank,sd_rank,q05,median,q95,share_top10.

            Example: yipanqi sensitivity normalised.csv hierarchy.csv --noise 0.25 --draws 5000 --seed 7
            Example: yipanqi sensitivity items.csv hierarchy.csv --raw
            Example: yipanqi sensitivity items.csv hierarchy.csv --raw --explain --draws 2000
            """)
        { scores, tree, noise, draws, seed, raw, explain };
        draws.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--draws must be at least 1.");
            }
        });
        command.SetAction(parsed =>
        {
            var structure = TreeFile.Read(parsed.GetRequiredValue(tree));
            var table = FigureTable.Read(parsed.GetRequiredValue(scores), structure.Codes[..structure.Tree.LeafCount], null);
            var analysis = new WeightNoise(structure.Tree, parsed.GetValue(raw) ? Scale(table, structure.Directions) : table.Figures, parsed.GetValue(noise));
            var report = parsed.GetValue(explain)
                ? Explain(analysis, structure, parsed.GetValue(draws), parsed.GetValue(seed))
                : Distribute(analysis, table.Units, structure.Tree.NoisyNodes.Count, parsed.GetValue(draws), parsed.GetValue(seed));
            report.Write(parsed.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }

    private static Report Distribute(WeightNoise analysis, string[] units, int noisyCount, int draws, ulong seed)
    {
        var nominal = new int[units.Length];
        analysis.Rank(new double[noisyCount], nominal);
        var ranks = analysis.Draw(draws, seed);
        var report = new Report("unit", "rank", "mean_rank", "sd_rank", "q05", "median", "q95", "share_top10");
        for (var i = 0; i < units.Length; i++)
        {
            var rank = ranks[i];
            report.Add(units[i], rank is null ? null : nominal[i], rank?.MeanRank, rank?.Deviation, rank?.Low, rank?.Median, rank?.High, rank?.TopTenShare);
        }

        return report;
    }

    private static Report Explain(WeightNoise analysis, TreeFile structure, int points, ulong seed)
    {
        var indices = analysis.ExplainShift(points, seed);
        var report = new Report("weight_of", "first_order", "total");
        for (var i = 0; i < indices.First.Length; i++)
        {
            report.Add(structure.Codes[structure.Tree.NoisyNodes[i]], indices.First[i], indices.Total[i]);
        }

        return report;
    }

    private static Matrix Scale(FigureTable table, Direction[] directions)
    {
        var scaled = new Matrix(table.Figures.Rows, table.Figures.Columns);
        for (var j = 0; j < scaled.Columns; j++)
        {
            var column = j;
            table.Locate(() =>
            {
                Normalisation.MinMax(table.Figures.Column(column), directions[column], 0, 100, scaled.Column(column));
                return true;
            }, column: j);
        }

        return scaled;
    }
}
