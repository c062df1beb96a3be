using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Demo;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Benchmarks;

/// <summary>
/// A full run of a quarter of the province, step by step, from PostgreSQL to PostgreSQL:
/// <c>recompute --connection … --import … [--packed]</c>. With <c>--packed</c> the quarter before the open one, whose observations are packed.
/// </summary>
public static class Recompute
{
    public static async Task RunAsync(string[] args)
    {
        var database = Province.Database(args);
        var unitOfWork = new UnitOfWork(DatabaseServices.Options(database.Kind, database.ConnectionString), database.Kind);
        var bulk = BulkWrite.Of(unitOfWork, database);
        var tenant = await unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().Select(d => d.Id).SingleAsync(), default);
        var scheme = await unitOfWork.ReadAsync(tenant, db => db.Set<Scheme>().SingleAsync(), default);
        var quarter = args.Contains("--packed") ? ProvinceSeed.Open.Previous : ProvinceSeed.Open;
        for (var pass = 0; pass < Province.Number(args, "--passes", 3); pass++)
        {
            await PassAsync(unitOfWork, bulk, tenant, scheme, quarter);
        }
    }

    private static async Task PassAsync(UnitOfWork unitOfWork, BulkWrite bulk, Guid tenant, Scheme scheme, Quarter quarter)
    {
        var steps = new Steps();
        var (definition, items) = (scheme.Read(), RunLoad.ItemsOf(scheme.Read()));
        var forest = await steps.TimeAsync("units", () => unitOfWork.ReadAsync(tenant, db => UnitForest.LoadAsync(db, null, quarter, default), default));
        var previous = await steps.TimeAsync("previous quarter", () => unitOfWork.ReadAsync(tenant, db => PreviousRun.LoadAsync(db, scheme.Code, quarter, default), default));
        var observations = await steps.TimeAsync("observations", () => unitOfWork.ReadAsync(tenant, db => ObservationLoad.AllAsync(db, forest, quarter, items, default), default));
        var inputs = await steps.TimeAsync("roll up", () => Task.FromResult(RunLoad.Assemble(definition, scheme.DefinitionHash, quarter, forest, previous, items, observations)));
        var output = await steps.TimeAsync("score, rank, levels", () => Task.FromResult(RunOutput.Of(inputs)));
        var content = await steps.TimeAsync("lines and hashes", () => Task.FromResult(SnapshotContent.Of(inputs, output)));
        await steps.TimeAsync("store", () => StoreAsync(bulk, tenant, scheme, quarter, inputs, content));
        steps.Say($"{inputs.Subjects.Count:N0} organisations, {inputs.Observations:N0} observations of {quarter}");
    }

    // Replaces the preview of the quarter, as a run by a person does.
    private static async Task<bool> StoreAsync(BulkWrite bulk, Guid tenant, Scheme scheme, Quarter quarter, RunInputs inputs, SnapshotContent content)
    {
        var outcome = await bulk.RunAsync<Guid>(
            tenant,
            async (db, rows) => await SnapshotRows.ReplacePreviewAsync(db, rows, scheme.CreatedBy, quarter, scheme.Id, inputs, content, scheme.CreatedUtc, default),
            default);
        return outcome.IsDone;
    }

    private sealed class Steps
    {
        private readonly Stopwatch whole = Stopwatch.StartNew();
        private readonly double cpu = Cpu();
        private readonly List<string> lines = [];

        public async Task<T> TimeAsync<T>(string name, Func<Task<T>> step)
        {
            var (clock, before) = (Stopwatch.StartNew(), Cpu());
            var result = await step();
            lines.Add($"{name,-22} {clock.Elapsed.TotalSeconds,6:0.00} s elapsed {Cpu() - before,6:0.00} s CPU");
            return result;
        }

        public void Say(string title)
        {
            Console.WriteLine(title);
            lines.ForEach(Console.WriteLine);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine($"{"together",-22} {whole.Elapsed.TotalSeconds,6:0.00} s elapsed {Cpu() - cpu,6:0.00} s CPU, {process.PeakWorkingSet64 / 1e9:0.0} GB at most");
        }

        private static double Cpu()
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }
}
