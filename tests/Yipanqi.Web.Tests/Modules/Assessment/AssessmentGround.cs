using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
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
    private readonly Guid colleagueId = Guid.CreateVersion7();

    private AssessmentGround(TestDatabase database, TestClock clock, Committee committee) => (Database, Clock, Committee) = (database, clock, committee);

    public static readonly Quarter Q3 = new(2026, 3);

    public TestDatabase Database { get; }

    public TestClock Clock { get; }

    public Committee Committee { get; }

    public Actor Lead => Committee.Lead;

    public SnapshotStore Store { get; } = new();

    public SchemesQuery Schemes => new(Database.UnitOfWork);

    public BoardQuery Board => new(Database.UnitOfWork, Store);

    public OrganisationsQuery Organisations => new(Database.UnitOfWork, Store);

    public RankingQuery Ranking => new(Database.UnitOfWork, Store);

    public OrganisationCardQuery Card => new(Database.UnitOfWork, Store);

    public ObservationTraceQuery Trace => new(Database.UnitOfWork, Store, new([]));

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

    /// <summary>Somebody else who may do what the lead may.</summary>
    public Actor Colleague => Lead with { PersonId = colleagueId, Name = "李静" };

    /// <summary>A draft as a colleague writes it.</summary>
    public async Task<Guid> DraftSchemeAsync(SchemeDefinition definition)
    {
        var drafted = await new ImportScheme(Database.UnitOfWork, Clock).RunAsync(Colleague, definition, default);
        drafted.Refusals.ShouldBeEmpty();
        return drafted.Value;
    }

    /// <summary>Written by a colleague, reviewed and published by the lead.</summary>
    public async Task<Guid> PublishSchemeAsync(SchemeDefinition definition) => await PublishDraftAsync(await DraftSchemeAsync(definition));

    public async Task<Guid> PublishDraftAsync(Guid id)
    {
        var hash = (await Schemes.FindAsync(Lead, id, default))!.Line.DefinitionHash;
        (await new SubmitScheme(Database.UnitOfWork, Clock).RunAsync(Colleague, id, default)).Refusals.ShouldBeEmpty();
        (await new ReviewScheme(Database.UnitOfWork, Clock).RunAsync(Lead, new(id, hash, true, ""), default)).Refusals.ShouldBeEmpty();
        (await new PublishScheme(Database.UnitOfWork, Clock).RunAsync(Lead, id, default)).Refusals.ShouldBeEmpty();
        return id;
    }

    /// <summary>Another person of the committee with an account of this name and the usual password.</summary>
    public Task<bool> AddPersonAsync(string account, PostRole role) => ChangeAsync(db =>
    {
        var made = Account.New(db.TenantId, account, "Yipanqi-2026", new UpperInvariantLookupNormalizer(), new PasswordHasher<Account>());
        var person = Person.New(db.TenantId, account, made.Id);
        db.AddRange(made, person, Post.New(person, Committee.Root, role, "", new DateOnly(2026, 1, 1)));
        return Task.CompletedTask;
    });

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

    /// <summary>Makes a preview. A published quarter is put into correction first, as its cycle wants it.</summary>
    public async Task<Guid> RunAsync(Quarter quarter, Guid schemeId)
    {
        if (await StateAsync(quarter) == QuarterState.Published)
        {
            await MoveAsync(quarter, QuarterState.Correcting, "数据有误。");
        }

        var outcome = await new RunAssessment(Database.UnitOfWork, Clock, Database.Bulk).RunAsync(Lead, new(quarter, schemeId), default);
        outcome.Refusals.ShouldBeEmpty();
        return outcome.Value;
    }

    /// <summary>Publishes a preview. A quarter that was not opened is opened without an objection period and closed at once.</summary>
    public async Task<Outcome<Guid>> TryPublishAsync(Guid snapshotId, string reason = "")
    {
        var snapshot = await Database.UnitOfWork.ReadAsync(Committee.TenantId, db => db.Set<AssessmentSnapshot>().SingleAsync(s => s.Id == snapshotId), default);
        var quarter = snapshot.Quarter;
        if (await StateAsync(quarter) == QuarterState.NotOpened)
        {
            await OpenAsync(quarter, snapshot.SchemeId, objectionDays: 0);
            await MoveAsync(quarter, QuarterState.Previewing);
        }

        return await new PublishAssessment(Database.UnitOfWork, Clock).RunAsync(Lead, new(snapshotId, reason), default);
    }

    public async Task OpenAsync(Quarter quarter, Guid schemeId, int objectionDays = 5) =>
        (await new OpenQuarter(Database.UnitOfWork, Clock).RunAsync(Lead, new(quarter, schemeId, Today.AddDays(20), objectionDays), default)).Refusals.ShouldBeEmpty();

    public async Task MoveAsync(Quarter quarter, QuarterState to, string reason = "") =>
        (await new MoveQuarter(Database.UnitOfWork, Clock).RunAsync(Lead, new(quarter, to, reason, to == QuarterState.Collecting ? Today.AddDays(5) : null), default)).Refusals.ShouldBeEmpty();

    public DateOnly Today => ChinaTime.DayOf(Clock.UtcNow);

    public Task<QuarterState> StateAsync(Quarter quarter) => Database.UnitOfWork.ReadAsync(
        Committee.TenantId, db => db.Set<QuarterCycle>().Where(c => c.QuarterKey == quarter.Key).Select(c => c.State).SingleOrDefaultAsync(), default);

    public async Task<Guid> RunAndPublishAsync(Quarter quarter, Guid schemeId, string reason = "")
    {
        var outcome = await TryPublishAsync(await RunAsync(quarter, schemeId), reason);
        outcome.Refusals.ShouldBeEmpty();
        return outcome.Value;
    }

    /// <summary>What <see cref="PreviewJob"/> does for a quarter that is due.</summary>
    public Task<Outcome<UpdatePreview.Answer>> UpdateAsync() => Update.RunAsync(Committee.TenantId, Q3, default);

    public Task<IReadOnlyList<Quarter>> DueAsync() => Update.DueAsync(Committee.TenantId, default);

    /// <summary>Everything the preview holds, row by row, but for its id.</summary>
    public Task<List<string>> ContentAsync() => Database.UnitOfWork.ReadAsync(
        Committee.TenantId,
        async db =>
        {
            var preview = await db.Set<AssessmentSnapshot>().Where(s => s.Status == SnapshotStatus.Preview).Select(s => s.Id).SingleAsync();
            var chunks = await db.Set<SnapshotChunk>().Where(c => c.SnapshotId == preview).ToListAsync();
            var lines = await db.Set<OrganisationScore>().Where(s => s.SnapshotId == preview).ToListAsync();
            var figures = await db.Set<SnapshotFigure>().Where(f => f.SnapshotId == preview).ToListAsync();
            var pooled = await db.Set<UnitFigure>().Where(f => f.SnapshotId == preview).ToListAsync();
            return chunks.Select(c => $"{c.Kind} {c.Code} {c.Part} {Convert.ToHexString(c.Content)}")
                .Concat(lines.Select(l => (l with { SnapshotId = Guid.Empty }).ToString()))
                .Concat(figures.Select(f => $"{f.Name} {f.Content}"))
                .Concat(pooled.Select(p => $"{p.UnitId} {Convert.ToHexString(p.Content)}")).ToList();
        },
        default);

    private UpdatePreview Update => new(Database.UnitOfWork, Clock, Database.Bulk);

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
