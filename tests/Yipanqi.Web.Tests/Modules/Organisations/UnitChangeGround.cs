using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

/// <summary>The small committee with people, and the use cases that change its units.</summary>
public sealed class UnitChangeGround(TestDatabase database, TestClock clock, PeopleGround people)
{
    private static readonly IUnitMatters[] Matters = [new AssessmentMatters()];

    public PeopleGround People => people;

    public Committee Committee => people.Committee;

    public Actor Lead => people.Committee.Lead;

    public UnitOfWork Work => database.UnitOfWork;

    public RenameUnit Rename => new(Work, Matters, clock);

    public MoveUnit Move => new(Work, Matters, clock);

    public MergeUnits Merge => new(Work, Matters, clock);

    public SplitUnit Split => new(Work, Matters, clock);

    public CloseUnit Close => new(Work, Matters, clock);

    public RevertUnitEvent Revert => new(Work, Matters, clock);

    public UnitEventsQuery Events => new(Work);

    public static async Task<UnitChangeGround> StartAsync(TestDatabase database, TestClock clock) => new(database, clock, await PeopleGround.StartAsync(database, clock));

    public async Task<UnitChangeBasis> BasisAsync(Unit unit, string day = "2026-10-01") => new((await FindAsync(unit)).Version, day, "示组〔2026〕1 号", "");

    public Task<Unit> FindAsync(Unit unit) => Work.ReadAsync(Committee.TenantId, db => db.Set<Unit>().SingleAsync(u => u.Id == unit.Id), default);

    public Task<List<T>> AllAsync<T>() where T : class => people.AllAsync<T>();

    /// <summary>Codes and names of the list, as of a day or now.</summary>
    public async Task<List<string>> ListAsync(Actor actor, DateOnly? day = null)
    {
        var filter = UnitFilter.From(_ => null) with { Day = day };
        var lines = await new UnitsQuery(Work, new MemoryCache(new MemoryCacheOptions())).ExportAsync(actor, filter, default);
        return lines.ConvertAll(l => $"{l.Unit.Code} {l.Unit.Name} < {l.Unit.ParentCode}");
    }

    public Task ChangeAsync(Func<YipanqiDb, Task> change) => Work.WriteAsync<bool>(
        Committee.TenantId,
        async db =>
        {
            await change(db);
            await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", "Test", null), default);
            return true;
        },
        default);
}
