using System.CommandLine;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool;

/// <summary><c>yipanqi index</c>: from raw figures to every level of an index.</summary>
internal static class IndexCommand
{
    private const string Normalised = "normalised", Aggregated = "aggregated", Ranks = "ranks";

    private static readonly Option<string> Data = new("--data") { Description = "Raw figures: column uCode and one column per item; others are ignored.", Required = true };
    private static readonly Option<string> Structure = new("--structure") { Description = "Columns iCode, Parent, Level (1 = item), Direction, Weight; Target and Floor where the normalisation needs them.", Required = true };
    private static readonly Option<string?> Weights = new("--weights") { Description = "Columns iCode and Weight, in place of those of the structure." };
    private static readonly Option<string> Normalise = new("--normalise") { Description = "minmax:0:100, zscore:M:S, percentile, borda, target, target:capped, goalposts or goalposts:1:100.", DefaultValueFactory = _ => "minmax:0:100" };
    private static readonly Option<string> Aggregate = new("--aggregate") { Description = "amean, gmean, hmean or genmean:P; one for all levels, or one per level from the bottom up: gmean,amean,amean.", DefaultValueFactory = _ => "amean" };
    private static readonly Option<string?> Availability = new("--availability") { Description = "Least share of children with a value, 0 to 1; one for all levels, or one per level from the bottom up." };
    private static readonly Option<string> Stage = new("--stage") { Description = "What to write: normalised, aggregated or ranks.", DefaultValueFactory = _ => Aggregated };
    private static readonly Option<string?> Out = new("--out") { Description = "File to write; standard output where it is left out." };

    public static Command Create()
    {
        var command = new Command(
            "index",
            """
            Normalises the items, aggregates them level by level, and writes one row per unit, sorted by uCode. A missing
            figure (empty cell) is left out and the weights of the others rescaled.

            Example: yipanqi index --data items.csv --structure hierarchy.csv --out aggregated.csv
            Example: yipanqi index --data raw_data.csv --structure metadata.csv --weights weights_custom.csv --stage ranks
            Example: yipanqi index --data items.csv --structure hierarchy.csv --normalise minmax:1:100 --aggregate gmean,amean,amean
            """)
        { Data, Structure, Weights, Normalise, Aggregate, Availability, Stage, Out };
        Stage.AcceptOnlyFromAmong(Normalised, Aggregated, Ranks);
        command.SetAction(parsed =>
        {
            Run(parsed);
            return 0;
        });
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        var stage = parsed.GetValue(Stage)!;
        var file = StructureFile.Read(
            parsed.GetRequiredValue(Structure),
            parsed.GetValue(Weights),
            IndexOptions.Normalisation(parsed.GetValue(Normalise)!),
            IndexOptions.Levels(parsed.GetValue(Aggregate)!, parsed.GetValue(Availability)));
        var data = IndexData.Read(parsed.GetRequiredValue(Data), file.Structure, parsed.InvocationConfiguration.Error);
        var order = data.ByUnit();
        var scores = new IndexScores(file.Structure, data.Rows, keepItems: stage == Normalised);
        data.Locate(file.Structure, () => new IndexPipeline(file.Structure).Run(data.Columns, scores));

        using var output = OutputFile.Open(parsed.GetValue(Out), parsed.InvocationConfiguration.Output);
        var nodes = stage switch
        {
            Normalised => Enumerable.Range(0, file.Structure.ItemCount),
            Aggregated => Enumerable.Range(file.Structure.ItemCount, file.Structure.Nodes.Count - file.Structure.ItemCount),
            _ => [file.Structure.Root],
        };
        Write(output, file.Structure, data, order, scores, [.. nodes], withRanks: stage == Ranks);
        output.Flush();
    }

    private static void Write(TextWriter output, IndexStructure structure, IndexData data, int[] order, IndexScores scores, int[] nodes, bool withRanks)
    {
        var ranks = new int[withRanks ? data.Rows : 0];
        Ranking.Competition(withRanks ? scores.Of(structure.Root) : [], ranks);
        var csv = new CsvWriter(output);
        csv.Text("uCode");
        Array.ForEach(nodes, node => csv.Text(structure.Nodes[node].Code));
        _ = withRanks ? csv.Text("Rank") : csv;
        csv.End();
        foreach (var row in order)
        {
            csv.Text(data.Units[row]);
            foreach (var node in nodes)
            {
                csv.Number(scores.Of(node)[row]);
            }

            _ = !withRanks ? csv : ranks[row] == 0 ? csv.Text("") : csv.Integer(ranks[row]);
            csv.End();
        }
    }
}
