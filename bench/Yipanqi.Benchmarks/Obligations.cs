using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Demo;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Responsibilities;

namespace Yipanqi.Benchmarks;

/// <summary>
/// A year's obligations of the province, generated as the daily job does it: <c>obligations --connection … --import … [--duties 50]</c>.
/// Every level gets a list of so many yearly duties on top of what a run before published, so that two runs show how cost grows; then the same once more, which adds nothing.
/// </summary>
public static class Obligations
{
    // From the year's first day: what was due before a list takes effect is nobody's.
    private static readonly DateOnly Effective = new(ProvinceSeed.Open.FirstDay.Year, 1, 1);
    private static readonly DutyLevel[] Levels = [DutyLevel.PartyGroup, DutyLevel.PartyCommittee, DutyLevel.Branch];

    public static async Task RunAsync(string[] args)
    {
        var database = Province.Database(args);
        var unitOfWork = new UnitOfWork(DatabaseServices.Options(database.Kind, database.ConnectionString), database.Kind);
        var tenant = await unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().Select(d => d.Id).SingleAsync(), default);
        await unitOfWork.WriteAsync<bool>(tenant, db => PublishAsync(db, Province.Number(args, "--duties", 50)), default);
        var generate = new GenerateObligations(unitOfWork, new WorkingCalendars(), TimeProvider.System, BulkWrite.Of(unitOfWork, database));
        foreach (var pass in new[] { "generated", "again" })
        {
            using var process = Process.GetCurrentProcess();
            var (clock, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
            var made = (await generate.RunAsync(tenant, null, Effective.Year, default)).Value;
            process.Refresh();
            Console.WriteLine(
                $"{pass}: {made.Added:N0} obligations of {made.Duties} duties in {clock.Elapsed.TotalSeconds:0.0} s elapsed, " +
                $"{(process.TotalProcessorTime - before).TotalSeconds:0.0} s CPU, {process.PeakWorkingSet64 / 1e9:0.0} GB at most");
        }
    }

    private static async Task<Outcome<bool>> PublishAsync(YipanqiDb db, int duties)
    {
        var (now, person) = (Effective.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Guid.CreateVersion7());
        var known = await db.Set<ResponsibilityList>().CountAsync();
        var list = ResponsibilityList.New(db.TenantId, $"B{known}", $"Bench {known}", "");
        var version = ListVersion.Draft(list, 1, person, now);
        db.AddRange(list, version);
        db.AddRange(Levels.SelectMany(level => Enumerable.Range(1, duties).Select(n => Duty.Of(version, ((int)level * duties) + n, FactsOf($"B{known}-{(int)level}-{n:00}", level, n)))));
        version.Publish(isAsShipped: true, Effective, person, now);
        await db.SaveAsync(new Change(person, now, "list.published", nameof(ListVersion), version.Id, "", "{}"), default);
        return true;
    }

    // Due days spread over the months, as those of real lists are.
    private static DutyFacts FactsOf(string code, DutyLevel level, int n) => new(
        code, level, "", $"第{n}项", "", DutyFrequency.Yearly, new DueRule(DueAnchor.Start, 7 * n, false), 5, "", "", "", 10, "A1.2", "");
}
