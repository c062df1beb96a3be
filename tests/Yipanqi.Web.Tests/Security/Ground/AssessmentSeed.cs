using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Modules.Assessment;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>
/// Four schemes (published, to be reviewed, two drafts), figures of six units, a quarter published and packed, one published and put into
/// correction with a preview, and the quarter after it open: all made by the use cases.
/// </summary>
public sealed class AssessmentSeed : Seed
{
    /// <summary>The quarter that collects figures.</summary>
    public static readonly Quarter Next = new(2026, 4);

    private static readonly Quarter Past = new(2026, 1);

    public override IReadOnlyList<Type> Covers =>
    [
        typeof(Scheme), typeof(SchemeEdit), typeof(Observation), typeof(ObservationPart), typeof(ObservationChunk), typeof(AssessmentSnapshot), typeof(SnapshotChunk), typeof(SnapshotFigure),
        typeof(UnitFigure), typeof(PreviewMark), typeof(OrganisationScore), typeof(QuarterCycle), typeof(QuarterStep),
    ];

    public override async Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var work = database.UnitOfWork;
        var scheme = await DraftAsync(database, clock, tenant, "S");
        await SubmitAsync(database, clock, tenant, scheme);
        var hash = await work.ReadAsync(tenant.Id, db => db.Set<Scheme>().Where(s => s.Id == scheme).Select(s => s.DefinitionHash).SingleAsync(), default);
        (await new ReviewScheme(work, clock).RunAsync(tenant.Lead, new(scheme, hash, true, ""), default)).Refusals.ShouldBeEmpty();
        (await new PublishScheme(work, clock).RunAsync(tenant.Lead, scheme, default)).Refusals.ShouldBeEmpty();
        await SubmitAsync(database, clock, tenant, await DraftAsync(database, clock, tenant, "R"));
        await EditAsync(database, clock, tenant, await DraftAsync(database, clock, tenant, "D"), [.. Judged, new SetWeights(new Dictionary<string, double> { ["B1"] = 2 })]);
        await EditAsync(database, clock, tenant, await DraftAsync(database, clock, tenant, "E"), [.. Judged, new SetWeights(new Dictionary<string, double> { ["P"] = 2 })]);
        await ReportAsync(database, clock, tenant, Past);
        await PublishQuarterAsync(database, clock, tenant, scheme, Past);
        (await new PackQuarter(work, clock).RunAsync(tenant.Id, Past, default)).Refusals.ShouldBeEmpty();
        await ReportAsync(database, clock, tenant, AssessmentGround.Q3);
        await PublishQuarterAsync(database, clock, tenant, scheme, AssessmentGround.Q3);
        await CorrectAsync(database, clock, tenant, scheme, AssessmentGround.Q3);
    }

    private static async Task PublishQuarterAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, Guid scheme, Quarter quarter)
    {
        var (work, lead) = (database.UnitOfWork, tenant.Lead);
        (await new OpenQuarter(work, clock).RunAsync(lead, new(quarter, scheme, Due(clock), 0), default)).Refusals.ShouldBeEmpty();
        var first = await new RunAssessment(work, clock).RunAsync(lead, new(quarter, scheme), default);
        first.Refusals.ShouldBeEmpty();
        (await new MoveQuarter(work, clock).RunAsync(lead, new(quarter, QuarterState.Previewing, "", null), default)).Refusals.ShouldBeEmpty();
        (await new PublishAssessment(work, clock).RunAsync(lead, new(first.Value, ""), default)).Refusals.ShouldBeEmpty();
    }

    private static async Task CorrectAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, Guid scheme, Quarter quarter)
    {
        var (work, lead) = (database.UnitOfWork, tenant.Lead);
        var (run, open, move) = (new RunAssessment(work, clock), new OpenQuarter(work, clock), new MoveQuarter(work, clock));
        (await move.RunAsync(lead, new(quarter, QuarterState.Correcting, "数据有误。", null), default)).Refusals.ShouldBeEmpty();
        (await run.RunAsync(lead, new(quarter, scheme), default)).Refusals.ShouldBeEmpty();
        (await open.RunAsync(lead, new(Next, scheme, Due(clock), 5), default)).Refusals.ShouldBeEmpty();
    }

    private static DateOnly Due(TestClock clock) => ChinaTime.DayOf(clock.UtcNow).AddDays(20);

    private static async Task<Guid> DraftAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, string code)
    {
        var small = AssessmentGround.SmallScheme(code: code + tenant.CanaryOf(0));
        var definition = small with { Name = "方案" + tenant.CanaryOf(0), Nodes = [.. small.Nodes, Asked("M1", "P"), Supplied("S1", tenant), Supplied("S2", tenant)] };
        var drafted = await new ImportScheme(database.UnitOfWork, clock).RunAsync(tenant.Colleague, definition, default);
        drafted.Refusals.ShouldBeEmpty();
        return drafted.Value;
    }

    private static SchemeNode Asked(string code, string parent)
    {
        var node = AssessmentGround.Item(code, parent, PoolOver.None);
        return node with { Item = node.Item! with { Sources = [FigureSource.Manual] } };
    }

    private static SchemeNode Supplied(string code, SecurityTenant tenant)
    {
        var node = AssessmentGround.Item(code, "B", PoolOver.None);
        return node with { Item = node.Item! with { Supplier = "政务服务局", SupplierId = tenant.Unit(SecurityTenant.First).Id } };
    }

    // So that every form of a draft stands on some page: an expert's judgement, weights by a method; in one draft tracks that are not equal.
    private static IReadOnlyList<DraftStep> Judged =>
    [
        new KeepJudgement("P", Yipanqi.Engine.CompositeIndex.Track.None, null, new("专家", 1, [1, 2, 3])),
        new TakeWeights("P", Yipanqi.Engine.CompositeIndex.Track.None, WeightMethod.Equal),
    ];

    private static async Task EditAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, Guid scheme, IReadOnlyList<DraftStep> steps)
    {
        foreach (var step in steps)
        {
            var version = await database.UnitOfWork.ReadAsync(tenant.Id, db => db.Set<Scheme>().Where(s => s.Id == scheme).Select(s => s.Version).SingleAsync(), default);
            (await new EditDraft(database.UnitOfWork, clock).RunAsync(tenant.Colleague, new(scheme, version, step), default)).Refusals.ShouldBeEmpty();
        }
    }

    private static async Task SubmitAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, Guid scheme) =>
        (await new SubmitScheme(database.UnitOfWork, clock).RunAsync(tenant.Colleague, scheme, default)).Refusals.ShouldBeEmpty();

    private static Task ReportAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, Quarter quarter) => database.UnitOfWork.WriteAsync<bool>(
        tenant.Id,
        async db =>
        {
            foreach (var number in new[] { SecurityTenant.First, SecurityTenant.Second, SecurityTenant.Branch, SecurityTenant.OtherBranch, SecurityTenant.FirstOrgan, SecurityTenant.SecondOrgan })
            {
                foreach (var item in number >= SecurityTenant.FirstOrgan ? ["B1"] : new[] { "P1", "P2", "M1" })
                {
                    var observation = Observation.Of(tenant.Id, quarter, tenant.Unit(number).Id, item);
                    observation.Take(AssessmentGround.Rate(item switch { "P2" => 10 - number, "M1" => 5 + (number % 3), _ => number }, 10) with { Source = tenant.CanaryOf(number).ToString() }, new Provenance(tenant.PersonAt(SecurityTenant.Root).Id, clock.UtcNow, clock.UtcNow, null));
                    db.Add(observation);
                }
            }

            db.AddRange(PreviewMark.Of(tenant.Id, quarter == Past ? Next : quarter, [tenant.Unit(SecurityTenant.Branch).Id]));
            await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(Observation), null), default);
            return true;
        },
        default);
}
