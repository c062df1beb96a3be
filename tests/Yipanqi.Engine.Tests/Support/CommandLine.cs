using Yipanqi.Tool;

namespace Yipanqi.Engine.Tests.Support;

/// <summary>Runs the tool in this process with captured streams.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    public static CommandLine Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = Program.Run(args, output, error);
        return new CommandLine(exitCode, output.ToString(), error.ToString());
    }
}
