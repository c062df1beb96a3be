using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Demo;

/// <summary>Fills an empty database with the made-up committee: units, people, the default scheme eight published quarters and one left open.</summary>
public sealed class DemoSeed
{
    public const int Quarters = 8;
    private const ulong Seed = 20261012;
    public static readonly Quarter First = new(2024, 4);

    /// <summary>The quarter after the published ones, left open while figures are collected.</summary>
    public static readonly Quarter OpenQuarter = new(2026, 4);

    private readonly UnitOfWork unitOfWork;
    private readonly UserManager<Account> users;
    private readonly IDataProtectionProvider protection;
    private readonly SourcedItems sourced;
    private readonly ILogger logger;

    private DemoSeed(IServiceProvider services)
    {
        unitOfWork = services.GetRequiredService<UnitOfWork>();
        protection = services.GetRequiredService<IDataProtectionProvider>();
        sourced = services.GetRequiredService<SourcedItems>();
        users = services.GetRequiredService<UserManager<Account>>();
        logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Yipanqi.Demo");
    }

    public static Task FillAsync(IServiceProvider services, CancellationToken cancellation) => new DemoSeed(services).FillAsync(cancellation);

    private async Task FillAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        logger.LogInformation("Making the demo data, once: {Branches} branches, {Quarters} quarters.", DemoUnits.BranchCount, Quarters);
        var random = new SeededRandom(Seed);
        var units = DemoUnits.Make(Guid.CreateVersion7(), random);
        var people = await FoundAsync(units, cancellation);
        await new DemoMembers(unitOfWork, protection, units, people).AddAsync(cancellation);
        logger.LogInformation("  {People} people ({Seconds:0.0} s)", DemoMembers.PeopleCount, watch.Elapsed.TotalSeconds);
        var quarters = new DemoQuarters(unitOfWork, units, people, random, sourced);
        await quarters.PublishSchemeAsync(cancellation);
        await new DemoTasks(unitOfWork, units, people, quarters.QualityOf).AddAsync(cancellation);
        await new DemoDuties(unitOfWork, units, people, quarters.QualityOf).AddAsync(cancellation);
        logger.LogInformation("  Key tasks and duties ({Seconds:0.0} s)", watch.Elapsed.TotalSeconds);
        var quarter = First;
        for (var i = 0; i < Quarters; i++, quarter = quarter.Next)
        {
            await quarters.PublishAsync(quarter, i, Quarters, cancellation);
            logger.LogInformation("  {Quarter} published ({Number} of {Quarters}, {Seconds:0.0} s)", quarter, i + 1, Quarters, watch.Elapsed.TotalSeconds);
        }

        await quarters.LeaveOpenAsync(OpenQuarter, Quarters, cancellation);
        await new DemoTalks(unitOfWork, units, people).AddAsync(OpenQuarter.Previous, cancellation);
        await new DemoHistory(unitOfWork, units, people).AddAsync(cancellation);
    }

    private async Task<DemoPeople> FoundAsync(DemoUnits units, CancellationToken cancellation)
    {
        var founded = First.FirstDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var people = new DemoPeople(units, users, founded);
        await unitOfWork.WriteAsync<bool>(
            units.TenantId,
            async db =>
            {
                db.Add(new Domain { Id = units.TenantId, Name = units.Committee.Name, ShortName = units.System.Name, IsDemo = true, CreatedUtc = founded });
                db.AddRange(units.Groups);
                db.AddRange(units.All);
                db.AddRange(units.Links);
                people.AddTo(db);
                await db.SaveAsync(new Change(null, founded, "demo.founded", nameof(Domain), units.TenantId), cancellation);
                return true;
            },
            cancellation);
        return people;
    }
}
