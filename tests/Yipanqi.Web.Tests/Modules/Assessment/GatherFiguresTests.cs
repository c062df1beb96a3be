using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class GatherFiguresTests : IDisposable
{
    private readonly Ledger ledger = new();
    private AssessmentGround? ground;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Puts_what_records_come_to_among_the_figures_and_says_where_nothing_fell_due(DatabaseKind kind)
    {
        var gather = await StartAsync(kind);
        ledger.Keep((ground!.Committee.Branch, 3, 4), (ground.Committee.First, 1, 2));

        (await gather.RunAsync(ground.Committee.TenantId, Q3, ledger.Name, default)).Value.ShouldBe(new GatherFigures.Answer(4, 0, 0));

        (await FiguresAsync()).ShouldBe(["P1 P1 4/6", "P1B1 P1 3/4", "P1B2 P1 NotDue", "P2 P1 NotDue"]);
        (await gather.RunAsync(ground.Committee.TenantId, Q3, ledger.Name, default)).Value.ShouldBe(new GatherFigures.Answer(0, 0, 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Follows_records_that_change_or_go_and_leaves_what_a_business_system_told_where_there_are_none(DatabaseKind kind)
    {
        var gather = await StartAsync(kind);
        await ground!.ReportAsync(Q3, (ground.Committee.OtherBranch, "P1", Rate(7, 8)), (ground.Committee.Branch, "P2", Rate(1, 2)));
        ledger.Keep((ground.Committee.Branch, 3, 4), (ground.Committee.First, 1, 2));
        await gather.RunAsync(ground.Committee.TenantId, Q3, ledger.Name, default);

        ledger.Keep((ground.Committee.Branch, 4, 4));
        (await gather.RunAsync(ground.Committee.TenantId, Q3, ledger.Name, default)).Value.ShouldBe(new GatherFigures.Answer(0, 1, 1));

        (await FiguresAsync()).ShouldBe(["P1B1 P1 4/4", "P1B1 P2 1/2", "P1B2 P1 7/8", "P2 P1 NotDue"]);
        (await MarksAsync()).ShouldContain(ground.Committee.Branch.Id);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Takes_the_place_of_a_file_but_not_of_what_a_person_decided(DatabaseKind kind)
    {
        var gather = await StartAsync(kind);
        await ground!.ReportAsync(Q3, (ground.Committee.OtherBranch, "P1", Rate(5, 5) with { Source = "申诉第 1 号更正" }));
        await ground.ChangeAsync(db =>
        {
            var imported = Observation.Of(db.TenantId, Q3, ground.Committee.Branch.Id, "P1");
            imported.Take(Rate(1, 9), new Provenance(ground.Committee.LeadPersonId, ground.Clock.UtcNow, ground.Clock.UtcNow, Guid.CreateVersion7()));
            db.Add(imported);
            return Task.CompletedTask;
        });
        ledger.Keep((ground.Committee.Branch, 3, 4), (ground.Committee.OtherBranch, 1, 2));

        (await gather.RunAsync(ground.Committee.TenantId, Q3, ledger.Name, default)).Refusals.ShouldBeEmpty();

        (await FiguresAsync()).ShouldBe(["P1B1 P1 3/4", "P1B2 P1 5/5", "P2 P1 NotDue"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Journals_what_changed_and_nothing_where_nothing_did(DatabaseKind kind)
    {
        var gather = await StartAsync(kind);
        ledger.Keep((ground!.Committee.Branch, 3, 4));
        await gather.RunAsync(ground.Committee.TenantId, Q3, ledger.Name, default);
        ground.Clock.Advance(TimeSpan.FromMinutes(1));

        await gather.RunAsync(ground.Committee.TenantId, Q3, ledger.Name, default);

        (await ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => db.Set<JournalEntry>().CountAsync(e => e.Action == "figures.gathered"), default)).ShouldBe(1);
        (await ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => db.Set<SourceReading>().Select(r => r.ReadUtc).SingleAsync(), default)).ShouldBe(ground.Clock.UtcNow);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_due_after_a_record_was_journaled_and_when_a_day_went_by_but_not_otherwise(DatabaseKind kind)
    {
        var gather = await StartAsync(kind);
        ledger.Keep((ground!.Committee.Branch, 3, 4));
        var tenant = ground.Committee.TenantId;
        foreach (var (quarter, source) in await gather.DueAsync(tenant, default))
        {
            (await gather.RunAsync(tenant, quarter, source, default)).Refusals.ShouldBeEmpty();
        }

        ground.Clock.Advance(TimeSpan.FromMinutes(1));
        (await gather.DueAsync(tenant, default)).ShouldBeEmpty();
        await ground.Database.UnitOfWork.WriteAsync<bool>(
            tenant,
            async db =>
            {
                await db.SaveAsync(new Change(null, ground.Clock.UtcNow, "test.changed", "LedgerLine", null), default);
                return true;
            },
            default);
        (await gather.DueAsync(tenant, default)).ShouldNotBeEmpty();
        ledger.Keep();
        (await gather.DueAsync(tenant, default)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closes_its_items_to_files_once_there_are_records_and_leaves_a_published_quarter_alone(DatabaseKind kind)
    {
        var gather = await StartAsync(kind);
        var definition = Auto();
        var sourced = new SourcedItems([ledger]);
        (await ClosedAsync(sourced, definition)).ShouldBeEmpty();

        ledger.Keep((ground!.Committee.Branch, 3, 4));
        (await ClosedAsync(sourced, definition)).ShouldBe(new Dictionary<string, string> { ["P1"] = ledger.Name });
        await ground.AssessAsync(ground.Committee.First);
        var scheme = (await ground.Schemes.AllAsync(ground.Lead, SchemeFilter.None, default)).Single().Id;
        await ground.RunAndPublishAsync(Q3, scheme);

        (await gather.RunAsync(ground.Committee.TenantId, Q3, ledger.Name, default)).Refusals.Single().Code.ShouldBe("gather.closed");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Opens_a_figure_down_to_the_records_of_all_units_in_it(DatabaseKind kind)
    {
        var gather = await StartAsync(kind);
        ledger.Keep((ground!.Committee.Branch, 3, 4), (ground.Committee.First, 1, 2));
        await gather.RunAsync(ground.Committee.TenantId, Q3, ledger.Name, default);
        await ground.AssessAsync(ground.Committee.First);
        await ground.RunAndPublishAsync(Q3, (await ground.Schemes.AllAsync(ground.Lead, SchemeFilter.None, default)).Single().Id);

        var trace = await new ObservationTraceQuery(ground.Database.UnitOfWork, ground.Store, new([ledger])).FindAsync(ground.Lead, ground.Committee.First.Id, "P1", Q3, false, default);

        trace!.Item.Numerator.ShouldBe(4);
        trace.RecordsOf.ShouldBe(ledger.Name);
        trace.Records.Select(r => (r.ShortName, r.Record.Title)).ShouldBe([(ground.Committee.First.ShortName, "P1 1/2"), (ground.Committee.Branch.ShortName, "P1 3/4")], ignoreOrder: true);
    }

    [Fact]
    public void Adds_every_kind_of_count_and_says_nothing_due_only_where_all_are_empty()
    {
        var unit = Guid.NewGuid();
        var sum = new SourcedFigure(unit, "X", 1, 2) { Records = [5, 1], Met = [3, 1], Due = [4, 2], Ratings = [0, 0, 1, 0, 0], SquaredWeights = 4 }
            .And(new(Guid.NewGuid(), "X", 2, 3) { Records = [2], Met = [1], Due = [1], Ratings = [0, 0, 0, 0, 2], SquaredWeights = 9 });

        sum.UnitId.ShouldBe(unit);
        (sum.Numerator, sum.Denominator, sum.SquaredWeights).ShouldBe((3, 5, 13));
        var parts = ObservationParts.Read(sum.ToReported("源").Parts)!;
        parts.Records.ShouldBe([1, 2, 5]);
        (parts.Met!, parts.Due!).ShouldSatisfyAllConditions(p => p.Item1.ShouldBe([4, 1]), p => p.Item2.ShouldBe([5, 2]));
        parts.Ratings.ShouldBe([0, 0, 1, 0, 2]);
        parts.EffectiveSize.ShouldBe(25.0 / 13);
        new SourcedFigure(unit, "X", 0, 0).ToReported("源").Absence.ShouldBe(AbsenceReason.NotDue);
        new SourcedFigure(unit, "X", 0, 0) { Records = [0] }.ToReported("源").Absence.ShouldBe(AbsenceReason.None);
    }

    [Fact]
    public void Keeps_records_that_are_alike_once_with_how_many_there_are()
    {
        var sum = new SourcedFigure(Guid.NewGuid(), "X", 0, 0) { Records = [0, 2], Counts = [3, 1] }.And(new(Guid.NewGuid(), "X", 0, 0) { Records = [1, 2], Counts = [1, 1] });

        var told = sum.ToReported("源");

        told.Parts.ShouldBe("""{"records":[0,1,2],"counts":[3,1,2]}""");
        var figure = OwnFigure.Of(DefaultScheme.Definition.Nodes.Single(n => n.Code == "E3.2").Item!, told);
        (figure.Value, figure.Size).ShouldBe((0.5, 6));
    }

    public void Dispose() => ground?.Dispose();

    private static SchemeDefinition Auto()
    {
        var small = SmallScheme();
        return small with { Nodes = [.. small.Nodes.Select(n => n.Code == "P1" ? n with { Item = n.Item! with { Sources = [FigureSource.Auto] } } : n)] };
    }

    private async Task<GatherFigures> StartAsync(DatabaseKind kind)
    {
        ground = await FoundAsync(kind);
        await ground.PublishSchemeAsync(Auto());
        return new GatherFigures(ground.Database.UnitOfWork, new([ledger]), ground.Clock, ground.Database.Bulk);
    }

    private Task<IReadOnlyDictionary<string, string>> ClosedAsync(SourcedItems sourced, SchemeDefinition definition) =>
        ground!.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => sourced.ClosedAsync(db, definition, default), default);

    private Task<List<Guid>> MarksAsync() => ground!.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => db.Set<PreviewMark>().Select(m => m.UnitId).ToListAsync(), default);

    private async Task<IEnumerable<string>> FiguresAsync()
    {
        var rows = await ground!.Database.UnitOfWork.ReadAsync(
            ground.Committee.TenantId,
            db => (from o in db.Set<Observation>() join u in db.Set<Unit>() on new { o.TenantId, Id = o.UnitId } equals new { u.TenantId, u.Id } select new { u.Code, o.ItemCode, o.Numerator, o.Denominator, o.Absence }).ToListAsync(),
            default);
        return rows.Select(r => $"{r.Code} {r.ItemCode} {(r.Absence == AbsenceReason.None ? $"{r.Numerator}/{r.Denominator}" : r.Absence)}").Order(StringComparer.Ordinal);
    }

    /// <summary>Records kept in memory: met and due of units.</summary>
    private sealed class Ledger : IObservationSource
    {
        private IReadOnlyList<(Unit Unit, int Met, int Due)> lines = [];

        public string Name => "台账";

        public IReadOnlySet<string> Items { get; } = new HashSet<string> { "P1" };

        public IReadOnlySet<string> Subjects { get; } = new HashSet<string> { "LedgerLine" };

        public void Keep(params (Unit Unit, int Met, int Due)[] kept) => lines = kept;

        public Task<bool> IsInUseAsync(YipanqiDb db, CancellationToken cancellation) => Task.FromResult(lines.Count > 0);

        public Task<IReadOnlyList<SourcedFigure>> FiguresAsync(YipanqiDb db, SourcePeriod period, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<SourcedFigure>>([.. lines.Select(l => new SourcedFigure(l.Unit.Id, "P1", l.Met, l.Due))]);

        public Task<IReadOnlyList<SourceRecord>> RecordsAsync(
            YipanqiDb db, Actor actor, SourcePeriod period, string itemCode, IReadOnlyCollection<Guid> units, int most, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<SourceRecord>>([.. lines.Where(l => units.Contains(l.Unit.Id)).Select(l => new SourceRecord(l.Unit.Id, $"{itemCode} {l.Met}/{l.Due}", "/", period.AsOf, null, ""))]);
    }
}
