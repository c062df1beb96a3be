using Yipanqi.Web.Access;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>Branches that no business keeps: one to be merged or closed, one whose last change can be taken back.</summary>
public sealed class SpareSeed : Seed
{
    public const string Free = "Spare";
    public const string Renamed = "Renamed";

    public override IReadOnlyList<Type> Covers => [];

    public override async Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var text = tenant.CanaryOf(SecurityTenant.First).ToString();
        var renamed = await AddAsync(database, clock, tenant, Renamed, text);
        await AddAsync(database, clock, tenant, Free, text);
        var day = ChinaTime.DayOf(clock.UtcNow).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var rename = new RenameUnit(database.UnitOfWork, [new AssessmentMatters()], clock);
        (await rename.RunAsync(tenant.Lead, new(renamed.Id, new(renamed.Version, day, text, text), "更名" + text, "更名" + text, "党支部"), default)).Refusals.ShouldBeEmpty();
    }

    private static async Task<Unit> AddAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, string purpose, string text)
    {
        var unit = Unit.New(tenant.Id, purpose + text, purpose + text, Track.Party, tenant.Unit(SecurityTenant.First));
        unit.Describe(purpose + text, purpose + text, "党支部", 0, text);
        tenant.Spare[unit.Id] = purpose;
        await database.UnitOfWork.WriteAsync<bool>(
            tenant.Id,
            async db =>
            {
                db.Add(unit);
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.planted", nameof(Unit), null), default);
                return true;
            },
            default);
        return unit;
    }
}
