using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using PeerGroup = Yipanqi.Web.Access.PeerGroup;
using Track = Yipanqi.Web.Access.Track;

namespace Yipanqi.Web.Tests.Modules.Assessment;

/// <summary>A migrated database with one committee, and short ways to bring in schemes, units and observations and to run a quarter.</summary>
public sealed class AssessmentGround : IDisposable
{
    private AssessmentGround(TestDatabase database, TestClock clock, Committee committee) => (Database, Clock, Committee) = (database, clock, committee);

    public static readonly Quarter Q3 = new(2026, 3);

    public TestDatabase Database { get; }

    public TestClock Clock { get; }

    public Committee Committee { get; }

    public Actor Lead => Committee.Lead;

    public SnapshotStore Store { get; } = new();

    public BoardQuery Board => new(Database.UnitOfWork, Store);

    public OrganisationsQuery Organisations => new(Database.UnitOfWork, Store);

    public RankingQuery Ranking => new(Database.UnitOfWork, Store);

    public OrganisationCardQuery Card => new(Database.UnitOfWork, Store);

    public ObservationTraceQuery Trace => new(Database.UnitOfWork, Store);

    public static async Task<AssessmentGround> FoundAsync(DatabaseKind kind)
    {
        var (database, clock) = (new TestDatabase(kind), new TestClock());
        return new AssessmentGround(database, clock, await Committee.FoundAsync(database, clock));
    }

    /// <summary>Two Party items and one business item, each from 0 to 1, both tracks of the same weight.</summary>
    public static SchemeDefinition SmallScheme(MissingPolicy missing = MissingPolicy.CountsZero, string code = "small") => new(code, "小方案", missing, true, 0,
    [
        new("R", "", "指数", 1),
        new("P", "R", "党建", 1) { Track = Yipanqi.Engine.CompositeIndex.Track.Party },
        new("B", "R", "业务", 1) { Track = Yipanqi.Engine.CompositeIndex.Track.Business },
        Item("P1", "P", PoolOver.Party),
        Item("P2", "P", PoolOver.Party),
        Item("B1", "B", PoolOver.Administrative),
    ]);

    public static SchemeNode Item(string code, string parent, PoolOver pool, FigureKind kind = FigureKind.Ratio) => new(code, parent, "指标" + code, 1)
    {
        Item = new SchemeItem(Direction.Benefit, kind, "%") { Floor = 0, Target = 1, Pool = pool, Sources = [FigureSource.Import] },
    };

    public async Task<Guid> PublishSchemeAsync(SchemeDefinition definition)
    {
        var drafted = await new ImportScheme(Database.UnitOfWork, Clock).RunAsync(Lead, definition, default);
        drafted.Refusals.ShouldBeEmpty();
        (await new PublishScheme(Database.UnitOfWork, Clock).RunAsync(Lead, drafted.Value, default)).Refusals.ShouldBeEmpty();
        return drafted.Value;
    }

    public Task<bool> ChangeAsync(Func<YipanqiDb, Task> change) => WriteAsync(async db =>
    {
        await change(db);
        await db.SaveAsync(new Change(null, Clock.UtcNow, "test.changed", "Test", null), default);
    });

    /// <summary>Marks units of the committee as assessed, in one peer group.</summary>
    public Task AssessAsync(params Unit[] units) => ChangeAsync(db =>
    {
        var group = PeerGroup.New(db.TenantId, "组" + Guid.NewGuid().ToString("N")[..6], 1);
        db.Add(group);
        foreach (var unit in units)
        {
            db.Attach(unit);
            unit.Assess(true, group.Id);
        }

        return Task.CompletedTask;
    });

    public Task ReportAsync(Quarter quarter, params (Unit Unit, string Item, Reported Reported)[] figures) => ChangeAsync(async db =>
    {
        foreach (var (unit, item, reported) in figures)
        {
            var known = await db.Set<Observation>().FindAsync(db.TenantId, quarter.Key, unit.Id, item);
            var observation = known ?? Observation.Of(db.TenantId, quarter, unit.Id, item);
            observation.Take(reported, new Provenance(Committee.LeadPersonId, Clock.UtcNow, Clock.UtcNow, null));
            if (known is null)
            {
                db.Add(observation);
            }
        }
    });

    public static Reported Rate(double numerator, double denominator) => new(null, numerator, denominator);

    public async Task<Guid> RunAsync(Quarter quarter, Guid schemeId)
    {
        var outcome = await new RunAssessment(Database.UnitOfWork, Clock, Database.Bulk).RunAsync(Lead, new(quarter, schemeId), default);
        outcome.Refusals.ShouldBeEmpty();
        return outcome.Value;
    }

    public Task<Outcome<Guid>> TryPublishAsync(Guid snapshotId, string reason = "") =>
        new PublishAssessment(Database.UnitOfWork, Clock).RunAsync(Lead, new(snapshotId, reason), default);

    public async Task<Guid> RunAndPublishAsync(Quarter quarter, Guid schemeId, string reason = "")
    {
        var outcome = await TryPublishAsync(await RunAsync(quarter, schemeId), reason);
        outcome.Refusals.ShouldBeEmpty();
        return outcome.Value;
    }

    public Task<RecomputeSnapshot.Answer> RecomputeAsync(Guid snapshotId) => Recompute(snapshotId);

    public void Dispose()
    {
        Store.Dispose();
        Database.Dispose();
    }

    private async Task<RecomputeSnapshot.Answer> Recompute(Guid snapshotId) =>
        (await new RecomputeSnapshot(Database.UnitOfWork).RunAsync(Lead, snapshotId, default)).Value;

    private async Task<bool> WriteAsync(Func<YipanqiDb, Task> change) => (await Database.UnitOfWork.WriteAsync<bool>(
        Committee.TenantId,
        async db =>
        {
            await change(db);
            return true;
        },
        default)).Value;
}
