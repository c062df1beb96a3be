using System.Diagnostics;
using Yipanqi.Web.Database;
using Yipanqi.Web.Demo;

namespace Yipanqi.Benchmarks;

/// <summary>
/// Makes a province on an empty PostgreSQL, for benchmarks and drills:
/// <c>province --connection … --owner … --import … [--organisations 300000] [--quarters 8]</c>.
/// </summary>
public static class Province
{
    public static async Task RunAsync(string[] args)
    {
        var database = Database(args);
        await new Migrator(DatabaseServices.Options(database.Kind, database.ConnectionString), database).MigrateAsync(default);
        var unitOfWork = new UnitOfWork(DatabaseServices.Options(database.Kind, database.ConnectionString), database.Kind);
        var clock = Stopwatch.StartNew();
        var seed = new ProvinceSeed(unitOfWork, BulkWrite.Of(unitOfWork, database), text => Console.WriteLine($"{Spent(clock)}  {text}"));
        await seed.FillAsync(Number(args, "--organisations", 300_000), Number(args, "--quarters", 8), default);
        Console.WriteLine($"{Spent(clock)}  done");
    }

    internal static DatabaseOptions Database(string[] args) => new()
    {
        Kind = DatabaseKind.PostgreSql,
        ConnectionString = Text(args, "--connection"),
        OwnerConnectionString = Text(args, "--owner"),
        ImportConnectionString = Text(args, "--import"),
    };

    internal static string Spent(Stopwatch clock)
    {
        using var process = Process.GetCurrentProcess();
        return $"{clock.Elapsed.TotalSeconds,7:0.0} s elapsed {process.TotalProcessorTime.TotalSeconds,7:0.0} s CPU {process.PeakWorkingSet64 / 1e9,5:0.0} GB at most";
    }

    internal static int Number(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is var at && at >= 0 ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    private static string Text(string[] args, string name) => Array.IndexOf(args, name) is var at && at >= 0 ? args[at + 1] : "";
}
