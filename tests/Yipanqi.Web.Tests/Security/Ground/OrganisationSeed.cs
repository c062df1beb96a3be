using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Modules.Organisations.Temporary;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A renaming of two units and a temporary organisation below a third: their rows must fit together.</summary>
public sealed class OrganisationSeed : Seed
{
    public override IReadOnlyList<Type> Covers => [typeof(UnitEvent), typeof(UnitEventPart), typeof(UnitPast), typeof(TemporaryOrganisation), typeof(TemporaryMember), typeof(TemporaryReport)];

    public override async Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var rename = new RenameUnit(database.UnitOfWork, [new AssessmentMatters()], clock);
        var day = ChinaTime.DayOf(clock.UtcNow).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var number in new[] { SecurityTenant.Second, SecurityTenant.OtherBranch })
        {
            var text = tenant.CanaryOf(number).ToString();
            var version = await database.UnitOfWork.ReadAsync(tenant.Id, db => db.Set<Unit>().Where(u => u.Id == tenant.Unit(number).Id).Select(u => u.Version).SingleAsync(), default);
            (await rename.RunAsync(tenant.Lead, new(tenant.Unit(number).Id, new(version, day, text, text), "新单位" + text, text, text), default)).Refusals.ShouldBeEmpty();
        }

        await database.UnitOfWork.WriteAsync<bool>(
            tenant.Id,
            async db =>
            {
                var (parent, text) = (await db.Set<Unit>().SingleAsync(u => u.Id == tenant.Unit(SecurityTenant.First).Id), tenant.CanaryOf(SecurityTenant.First).ToString());
                var unit = Unit.New(tenant.Id, "LS" + text, "临时" + text, Track.Party, parent);
                unit.Describe("临时" + text, text, "临时党支部", 0, text);
                unit.Found(ChinaTime.DayOf(clock.UtcNow).AddDays(-9));
                var made = TemporaryOrganisation.Found(unit, text, text, unit.FoundedDay!.Value, unit.FoundedDay.Value.AddDays(60));
                db.AddRange(unit, made, TemporaryMember.Join(made, tenant.PersonAt(SecurityTenant.First).Id, TemporaryRole.DeputySecretary, made.FromDay),
                    TemporaryReport.Tell(made, made.FromDay.AddDays(5), text, tenant.PersonAt(SecurityTenant.First).Id, clock.UtcNow));
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.planted", nameof(TemporaryOrganisation), null), default);
                return true;
            },
            default);
    }
}
