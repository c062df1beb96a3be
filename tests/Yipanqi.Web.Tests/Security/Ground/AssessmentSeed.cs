using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Modules.Assessment;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A published scheme with a draft beside it, figures of four units, a published run and a preview, all made by the use cases.</summary>
public sealed class AssessmentSeed : Seed
{
    public override IReadOnlyList<Type> Covers => [typeof(Scheme), typeof(Observation), typeof(AssessmentSnapshot), typeof(SnapshotColumn), typeof(OrganisationScore)];

    public override async Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var scheme = await DraftAsync(database, clock, tenant, "S" + tenant.CanaryOf(0));
        (await new PublishScheme(database.UnitOfWork, clock).RunAsync(tenant.Lead, scheme, default)).Refusals.ShouldBeEmpty();
        await DraftAsync(database, clock, tenant, "D" + tenant.CanaryOf(0));
        await ReportAsync(database, clock, tenant);
        var run = new RunAssessment(database.UnitOfWork, clock);
        var first = await run.RunAsync(tenant.Lead, new(AssessmentGround.Q3, scheme), default);
        first.Refusals.ShouldBeEmpty();
        (await new PublishAssessment(database.UnitOfWork, clock).RunAsync(tenant.Lead, new(first.Value, ""), default)).Refusals.ShouldBeEmpty();
        (await run.RunAsync(tenant.Lead, new(AssessmentGround.Q3, scheme), default)).Refusals.ShouldBeEmpty();
    }

    private static async Task<Guid> DraftAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, string code)
    {
        var definition = AssessmentGround.SmallScheme(code: code) with { Name = "方案" + tenant.CanaryOf(0) };
        var drafted = await new ImportScheme(database.UnitOfWork, clock).RunAsync(tenant.Lead, definition, default);
        drafted.Refusals.ShouldBeEmpty();
        return drafted.Value;
    }

    private static Task ReportAsync(TestDatabase database, TestClock clock, SecurityTenant tenant) => database.UnitOfWork.WriteAsync<bool>(
        tenant.Id,
        async db =>
        {
            foreach (var number in new[] { SecurityTenant.First, SecurityTenant.Second, SecurityTenant.Branch, SecurityTenant.OtherBranch, SecurityTenant.FirstOrgan, SecurityTenant.SecondOrgan })
            {
                foreach (var item in number >= SecurityTenant.FirstOrgan ? ["B1"] : new[] { "P1", "P2" })
                {
                    var observation = Observation.Of(tenant.Id, AssessmentGround.Q3, tenant.Unit(number).Id, item);
                    observation.Take(AssessmentGround.Rate(number, 10) with { Source = tenant.CanaryOf(number).ToString() }, new Provenance(tenant.PersonAt(SecurityTenant.Root).Id, clock.UtcNow, clock.UtcNow, null));
                    db.Add(observation);
                }
            }

            await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(Observation), null), default);
            return true;
        },
        default);
}
