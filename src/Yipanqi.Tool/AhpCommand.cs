using System.CommandLine;
using System.Globalization;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool;

/// <summary><c>yipanqi ahp</c>: weights and consistency of pairwise judgements.</summary>
internal static class AhpCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("judgements.csv") { Description = "One matrix per member of the group: names in the first row and the first column.", Arity = ArgumentArity.OneOrMore };
        var table = new Option<string>("--table") { Description = "Table of the random index, named with every ratio.", DefaultValueFactory = _ => RandomIndexTable.Saaty1980.Name };
        table.AcceptOnlyFromAmong([.. RandomIndexTable.All.Select(known => known.Name)]);
        var group = new Option<string>("--group") { Description = "aij joins the judgements of several files, aip their weights.", DefaultValueFactory = _ => "aij" };
        group.AcceptOnlyFromAmong("aij", "aip");
        var command = new Command(
            "ahp",
            """
            Weighs criteria by pairwise judgements and prints criterion,eigenvector,geometric_mean,column_mean; the first are
            the weights to use. Consistency is told on standard error. The cell in row A, column B says how many times as
            important A is as B: 3, or 1/3 the other way round.

            Example: judgements.csv holds
              ,quality,speed,cost
              quality,1,3,2
              speed,1/3,1,1/2
              cost,1/2,2,1
            Example: yipanqi ahp judgements.csv
            Example: yipanqi ahp li.csv wang.csv zhao.csv --group aij --table ahpsurvey_simulated
            """)
        { files, table, group };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(files), RandomIndexTable.Named(parsed.GetRequiredValue(table)), parsed.GetRequiredValue(group), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string[] files, RandomIndexTable table, string group, InvocationConfiguration streams)
    {
        var members = files.Select(Read).ToArray();
        var names = members[0].Names;
        if (Array.Find(members, member => !member.Names.SequenceEqual(names)) is { Names: not null } other)
        {
            throw new InputRefusedException($"{other.File}, row 1: the criteria are {string.Join(", ", other.Names)}, but {members[0].File} has {string.Join(", ", names)}; use the same criteria in the same order.");
        }

        var matrices = members.Select(member => member.Matrix).ToArray();
        foreach (var member in members)
        {
            Tell(member.File, member.Matrix, names, table, streams.Error);
        }

        if (group == "aip" && matrices.Length > 1)
        {
            WritePriorities(names, matrices, streams.Output);
            return 0;
        }

        var joint = matrices.Length == 1 ? matrices[0] : JudgementMatrix.OfGroup(matrices);
        if (matrices.Length > 1)
        {
            Tell("group", joint, names, table, streams.Error);
        }

        Write(names, Ahp.Solve(joint), streams.Output);
        return 0;
    }

    private static void Write(string[] names, AhpSolution solution, TextWriter output)
    {
        var report = new Report("criterion", "eigenvector", "geometric_mean", "column_mean");
        for (var i = 0; i < names.Length; i++)
        {
            report.Add(names[i], solution.Eigenvector[i], solution.GeometricMean[i], solution.ColumnNormalisedMean[i]);
        }

        report.Write(output);
    }

    private static void WritePriorities(string[] names, JudgementMatrix[] matrices, TextWriter output)
    {
        var (arithmetic, geometric) = (Ahp.GroupPriorities(matrices), Ahp.GroupPrioritiesGeometric(matrices));
        var report = new Report("criterion", "aip_arithmetic", "aip_geometric");
        for (var i = 0; i < names.Length; i++)
        {
            report.Add(names[i], arithmetic[i], geometric[i]);
        }

        report.Write(output);
    }

    private static void Tell(string whose, JudgementMatrix matrix, string[] names, RandomIndexTable table, TextWriter error)
    {
        var solution = Ahp.Solve(matrix);
        var consistency = solution.Consistency(table);
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{whose}: lambda_max {solution.LambdaMax:0.0000}, CI {solution.ConsistencyIndex:0.0000}, CR {solution.ConsistencyRatio(table):0.0000} ({table.Name}): {consistency.ToString().ToLowerInvariant()}"));
        if (consistency == AhpConsistency.Inconsistent && Ahp.MostInconsistent(matrix) is { } worst)
        {
            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{whose}: look first at {names[worst.Row]} against {names[worst.Column]}: judged {worst.Judgement:0.####}, the other judgements imply {worst.Implied:0.####}"));
        }
    }

    private static (string File, string[] Names, JudgementMatrix Matrix) Read(string path)
    {
        var table = CsvTable.Read(path, firstNameOptional: true);
        string[] names = [.. table.Header.Skip(1)];
        if (!table.Texts(0).SequenceEqual(names))
        {
            throw new InputRefusedException($"{path}: the first column names {string.Join(", ", table.Texts(0))}, but row 1 names {string.Join(", ", names)}; name the same criteria in the same order.");
        }

        var rows = names.Select((_, i) => names.Select((_, j) => Judgement(table, i, j + 1)).ToArray()).ToArray();
        try
        {
            return (path, names, JudgementMatrix.FromRows(rows));
        }
        catch (IndexRefusedException refused)
        {
            throw new InputRefusedException($"{path}, row {refused.Row + 2}, column {(refused.Column is { } column ? names[column] : "")}: {refused.Message}");
        }
    }

    private static double Judgement(CsvTable table, int row, int column)
    {
        var parts = table.Text(row, column).Split('/');
        var figures = parts.Select(part => double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) ? figure : double.NaN).ToArray();
        var judgement = figures.Length == 2 ? figures[0] / figures[1] : figures[0];
        return figures.Length <= 2 && double.IsFinite(judgement)
            ? judgement
            : throw table.Refused(row, column, $"\"{table.Text(row, column)}\" is not a judgement; write a number such as 3, 0.5 or 1/3");
    }
}
