using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Demo;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks.Sources;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests;

public sealed class DemoTests
{
    private sealed record Line(int Quarter, string Code, string Name, double? Index, double? Party, double? Business, int Rank, WarningLevel? Level);

    [Fact]
    public async Task Tells_its_stories_and_the_same_ones_every_time()
    {
        var first = await FillAsync();
        var second = await FillAsync();

        second.ShouldBe(first);
        first.Select(l => l.Quarter).Distinct().Count().ShouldBe(DemoSeed.Quarters);
        first.Count.ShouldBe(DemoSeed.Quarters * (60 + DemoUnits.BranchCount));
        Of(first, 20263, "信访局").Level.ShouldBe(WarningLevel.Red);
        (Of(first, 20262, "信访局").Index - Of(first, 20263, "信访局").Index).ShouldNotBeNull().ShouldBeGreaterThan(8);
        Of(first, 20244, "审计局").Level.ShouldBe(WarningLevel.Orange);
        Of(first, 20263, "审计局").Level.ShouldBe(WarningLevel.Green);
        Of(first, 20263, "国资委").Level.ShouldBe(WarningLevel.Orange);
        Of(first, 20263, "国资委").Index.ShouldNotBeNull().ShouldBeGreaterThan(72);
        Of(first, 20263, "药品检查局").Index.ShouldBeNull();
    }

    private static Line Of(List<Line> lines, int quarter, string name) => lines.Single(l => l.Quarter == quarter && l.Name == name);

    private static async Task<List<Line>> FillAsync()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var services = new ServiceCollection().AddLogging().AddSingleton(database.UnitOfWork).AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddSingleton<SourcedItems>().AddSingleton<IObservationSource, TaskSource>().AddSingleton<IObservationSource, FusionSource>()
            .AddSingleton<IObservationSource, ObjectiveSource>().AddSingleton<IObservationSource, ForceSource>().AddSingleton<IObservationSource, DutySource>().AddSingleton<IObservationSource, BurdenSource>();
        services.AddIdentityCore<Account>();
        services.AddScoped<IUserStore<Account>>(_ => new UserOnlyStore<Account, YipanqiDb, Guid>(new YipanqiDb(database.Options, UnitOfWork.NoTenant)));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await DemoSeed.FillAsync(scope.ServiceProvider, default);
        var domain = await database.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().SingleAsync(), default);
        (await database.UnitOfWork.ReadAsync(domain.Id, db => db.Set<Person>().CountAsync(), default)).ShouldBeGreaterThanOrEqualTo(6_000);
        return await database.UnitOfWork.ReadAsync(
            domain.Id,
            db => (from line in db.Set<OrganisationScore>()
                   join snapshot in db.Set<AssessmentSnapshot>() on line.SnapshotId equals snapshot.Id
                   orderby snapshot.QuarterKey, line.Code
                   select new Line(snapshot.QuarterKey, line.Code, line.ShortName, line.IndexScore, line.PartyScore, line.BusinessScore, line.Rank, line.Level)).ToListAsync(),
            default);
    }
}
