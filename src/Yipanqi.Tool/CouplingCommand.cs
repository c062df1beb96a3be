using System.CommandLine;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool;

/// <summary><c>yipanqi coupling</c>: how far two or more systems of each unit develop together.</summary>
internal static class CouplingCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("scores.csv") { Description = "Units in rows; the first column names them." };
        var systems = new Option<string>("--systems") { Description = "Names of the columns with the systems' scores, with commas.", Required = true };
        var weights = new Option<string?>("--weights") { Description = "Weights of the systems in T, with commas; equal by default. They are rescaled to the sum 1." };
        var scale = new Option<double>("--scale") { Description = "The highest score possible: 100, or 1.", DefaultValueFactory = _ => 100 };
        var command = new Command(
            "coupling",
            """
            Prints for each unit the classical coupling and coordination degree, the adjusted ones (which decide), their grade
            (ten grades of the adjusted degree), the gap between the highest and lowest system, and which system lags.
            Cells are empty where a score is missing; a unit whose scores are all 0 has no coupling.

            Example: yipanqi coupling scores.csv --systems party,business
            Example: yipanqi coupling scores.csv --systems a,b,c --weights 0.4,0.3,0.3 --scale 1
            """)
        { file, systems, weights, scale };
        command.SetAction(parsed => Run(
            FigureTable.Read(parsed.GetRequiredValue(file), FigureTable.Split(parsed.GetRequiredValue(systems)), null),
            FigureTable.Split(parsed.GetValue(weights)),
            parsed.GetValue(scale),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(FigureTable table, string[] weightTexts, double scale, TextWriter output)
    {
        var weights = weightTexts.Length == 0 ? Weights.Equal(table.Names.Count) : Weights.Rescale(Parse(weightTexts));
        if (weights.Length != table.Names.Count)
        {
            throw new InputRefusedException($"--weights has {weights.Length} numbers for {table.Names.Count} systems; give one for each.");
        }

        if (!(scale > 0))
        {
            throw new InputRefusedException("--scale is not above 0; write the highest score possible, for instance 100.");
        }

        var report = new Report("unit", "C", "T", "D", "C_adjusted", "D_adjusted", "grade", "gap", "lagging");
        var u = new double[weights.Length];
        for (var i = 0; i < table.Units.Length; i++)
        {
            for (var j = 0; j < u.Length; j++)
            {
                u[j] = table.Figures[i, j] / scale;
            }

            var classical = table.Locate(() => CouplingCoordination.Classical(u, weights), i);
            var adjusted = CouplingCoordination.Adjusted(u, weights);
            report.Add(
                table.Units[i], classical.Coupling, classical.Development, classical.Degree, adjusted.Coupling, adjusted.Degree,
                adjusted.Grade?.ChineseName(), adjusted.Gap, adjusted.Lagging is { } lagging ? table.Names[lagging] : null);
        }

        report.Write(output);
        return 0;
    }

    private static double[] Parse(string[] texts) =>
        [.. texts.Select(text => CsvNumber.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out var weight)
            ? weight
            : throw new InputRefusedException($"--weights: \"{text}\" is not a number; write for instance 0.5,0.5."))];
}
