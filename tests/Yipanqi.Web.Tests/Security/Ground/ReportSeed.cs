using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Modules.Assessment;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>Of the published quarter: an issued bulletin, a draft, a talk that waits and one that was commented on and spread. After <see cref="AssessmentSeed"/>, by its name.</summary>
public sealed class ReportSeed : Seed
{
    public override IReadOnlyList<Type> Covers => [typeof(Bulletin), typeof(StageTalk)];

    public override async Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var (work, quarter) = (database.UnitOfWork, AssessmentGround.Q3);
        await DraftAsync(database, clock, tenant, issue: true);
        await DraftAsync(database, clock, tenant, issue: false);
        foreach (var number in new[] { SecurityTenant.First, SecurityTenant.Second })
        {
            var words = tenant.CanaryOf(number).ToString();
            (await new WriteTalk(work, clock).RunAsync(tenant.Colleague, new(quarter, tenant.Unit(number).Id, words, words, words, words), default)).Refusals.ShouldBeEmpty();
        }

        (await new CommentTalk(work, clock).RunAsync(tenant.Lead, new(quarter, tenant.Unit(SecurityTenant.Second).Id, tenant.CanaryOf(SecurityTenant.Second).ToString(), true), default)).Refusals.ShouldBeEmpty();
    }

    private static async Task DraftAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, bool issue)
    {
        var work = database.UnitOfWork;
        var words = tenant.CanaryOf(0).ToString();
        var id = (await new DraftBulletin(work, clock).RunAsync(tenant.Colleague, AssessmentGround.Q3, default)).Value;
        (await new EditBulletin(work, clock).RunAsync(tenant.Colleague, new(id, 0, new(words[^Math.Min(words.Length, 30)..], words, words, words, words)), default)).Refusals.ShouldBeEmpty();
        if (issue)
        {
            using var snapshots = new SnapshotStore();
            (await new IssueBulletin(work, snapshots, clock).RunAsync(tenant.Lead, new(id, 1), default)).Refusals.ShouldBeEmpty();
        }
    }
}
