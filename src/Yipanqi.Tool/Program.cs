using System.CommandLine;

namespace Yipanqi.Tool;

internal static class Program
{
    private static readonly Func<Command>[] Commands =
    [
        IndexCommand.Create,
        EvaluateCommand.Create,
        WeightsCommand.Create,
        AhpCommand.Create,
        CouplingCommand.Create,
        SensitivityCommand.Create,
        DeadlineCommand.Create,
        RecommendCommand.Create,
    ];

    /// <summary>Runs one command line. Results go to <paramref name="output"/>, refusals to <paramref name="error"/>.</summary>
    /// <returns>0 done, 1 refused, 2 wrong usage.</returns>
    internal static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Yipanqi on the command line: the composite index, its methods and its reference cases; deadlines in working days; Party measures for key tasks.");
        foreach (var create in Commands)
        {
            root.Add(create());
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return ReportUsage(parsed, error);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is InputRefusedException or Engine.CompositeIndex.IndexRefusedException)
        {
            error.WriteLine(exception.Message);
            return 1;
        }
    }

    private static int Main(string[] args) => Run(args, Console.Out, Console.Error);

    private static int ReportUsage(ParseResult parsed, TextWriter error)
    {
        foreach (var wrong in parsed.Errors)
        {
            error.WriteLine(wrong.Message);
        }

        var command = parsed.CommandResult.Command;
        error.WriteLine($"See: yipanqi {(command is RootCommand ? "" : command.Name + " ")}--help");
        return 2;
    }
}
