using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Demo;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Responsibilities;

namespace Yipanqi.Benchmarks;

/// <summary>Figures of the open quarter read from the obligations of the province, as the job does it on the last day: <c>gather --connection … --import … [--passes 2]</c>.</summary>
public static class Gather
{
    public static async Task RunAsync(string[] args)
    {
        var database = Province.Database(args);
        var unitOfWork = new UnitOfWork(DatabaseServices.Options(database.Kind, database.ConnectionString), database.Kind);
        var tenant = await unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().Select(d => d.Id).SingleAsync(), default);
        var source = new DutySource();
        var gather = new GatherFigures(unitOfWork, new SourcedItems([source]), new LastDay(), BulkWrite.Of(unitOfWork, database));
        for (var pass = 0; pass < Province.Number(args, "--passes", 2); pass++)
        {
            using var process = Process.GetCurrentProcess();
            var (clock, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
            var outcome = await gather.RunAsync(tenant, ProvinceSeed.Open, source.Name, default);
            process.Refresh();
            Console.WriteLine(
                $"{(outcome.IsDone ? outcome.Value.ToString() : outcome.Refusals[0].Message)}: {clock.Elapsed.TotalSeconds:0.0} s elapsed, " +
                $"{(process.TotalProcessorTime - before).TotalSeconds:0.0} s CPU, {process.PeakWorkingSet64 / 1e9:0.0} GB at most");
        }
    }

    private sealed class LastDay : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(ProvinceSeed.Open.LastDay.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
    }
}
