using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

/// <summary>
/// The third quarter of 2026. 第一党支部, linked to 一处, has the secretary and two members; 第二党支部, linked to nothing, one member. In September the secretary is
/// asked for 30 minutes a month and each member for 12.
/// </summary>
public sealed class BurdenSourceTests : IDisposable
{
    private const double Secretary = 42 / 60.0 / 3;
    private const double Member = 12 / 60.0 / 3;
    private static readonly SourcePeriod Period = new(new Quarter(2026, 3), new DateOnly(2026, 9, 30));

    private TestDatabase? database;
    private DutiesGround ground = default!;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_a_value_for_each_member_by_the_unit_they_work_in(DatabaseKind kind)
    {
        await StartAsync(kind);

        var figures = await FiguresAsync();

        figures.Keys.ShouldBe([ground.Committee.Department.Id, ground.Committee.FirstOrgan.Id], ignoreOrder: true);
        figures[ground.Committee.Department.Id].ShouldBe([Member, Member, Secretary]);
        figures[ground.Committee.FirstOrgan.Id].ShouldBe([Member]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_nothing_for_what_was_exempted_or_is_computed_and_zero_for_whom_nothing_is_asked(DatabaseKind kind)
    {
        await StartAsync(kind);
        await ground.MemberAsync(ground.Committee.Branch, "S9");
        await ground.SaveAsync(async db =>
        {
            var asked = await db.Set<Obligation>().Where(o => o.UnitId == ground.Committee.Branch.Id && o.PersonId == Guid.Empty && o.DueDay <= Period.AsOf).ToListAsync();
            foreach (var obligation in asked)
            {
                obligation.Ask(RequestKind.Exemption, null, "支部换届", ground.Secretary.PersonId);
                obligation.Grant("同意", ground.Lead.PersonId, ground.Clock.UtcNow);
            }
        });

        var figures = await FiguresAsync();

        figures[ground.Committee.Department.Id].ShouldBe([0, Member, Member, Member]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_of_a_post_whoever_holds_it_on_the_due_day(DatabaseKind kind)
    {
        await StartAsync(kind);
        await ground.SaveAsync(async db => (await db.Set<Post>().SingleAsync(p => p.PersonId == ground.Secretary.PersonId)).EndWith(new DateOnly(2026, 9, 29)));
        var successor = await ground.PersonAsync("接任", PostRole.BranchSecretary, ground.Committee.Branch);

        (await FiguresAsync())[ground.Committee.Department.Id].ShouldBe([Member, Member, Member]);

        await ground.MemberAsync(ground.Committee.OtherBranch, "S8", successor.PersonId);
        (await FiguresAsync())[ground.Committee.FirstOrgan.Id].ShouldBe([Member, 30 / 60.0 / 3]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_gathered_as_the_median_of_the_pooled_members_and_needs_a_register(DatabaseKind kind)
    {
        await StartAsync(kind, withMembers: false);
        var source = new BurdenSource();
        (await ReadAsync(db => source.IsInUseAsync(db, default))).ShouldBeFalse();
        await AddMembersAsync();
        (await ground.Generate.RunAsync(ground.Lead, 2026, default)).Refusals.ShouldBeEmpty();
        (await ReadAsync(db => source.IsInUseAsync(db, default))).ShouldBeTrue();
        await ground.SaveAsync(db =>
        {
            var scheme = Scheme.Draft(db.TenantId, DefaultScheme.Definition, 1, ground.Lead.PersonId, ground.Clock.UtcNow);
            scheme.Publish(ground.Lead.PersonId, ground.Clock.UtcNow);
            db.Add(scheme);
            return Task.CompletedTask;
        });
        var gather = new GatherFigures(database!.UnitOfWork, new SourcedItems([source]), ground.Clock, database.Bulk);

        (await gather.RunAsync(ground.Committee.TenantId, Period.Quarter, source.Name, default)).Refusals.ShouldBeEmpty();

        var told = await ReadAsync(db => db.Set<Observation>().Where(o => o.ItemCode == "E3.2").ToListAsync());
        RecordsOf(ground.Committee.Department).ShouldBe([Member, Member, Secretary]);
        RecordsOf(ground.Committee.FirstOrgan).ShouldBe([Member, Member, Member, Secretary]);
        told.ShouldContain(o => o.UnitId == ground.Committee.SecondOrgan.Id && o.Absence == Engine.CompositeIndex.AbsenceReason.NotDue);
        told.Count.ShouldBe(3);

        List<double> RecordsOf(Unit unit) => ObservationParts.Read(told.Single(o => o.UnitId == unit.Id).Parts) is { Records: { } records, Counts: { } counts } ? Each(records, counts) : [];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_duties_and_how_many_were_asked_but_nobodys_hours(DatabaseKind kind)
    {
        await StartAsync(kind);
        Guid[] units = [ground.Committee.Department.Id, ground.Committee.FirstOrgan.Id];
        var outside = ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second, ground.Committee.SecondOrgan);

        var records = await RecordsAsync(ground.Office, units);

        records.Select(r => (r.UnitId, r.Title, r.Note)).ShouldBe(
            [
                (units[0], "办结事项B1", "每次 30 分钟，1 人次，共 30 分钟"), (units[0], "办结事项M1", "每次 12 分钟，3 人次，共 36 分钟"),
                (units[1], "办结事项M1", "每次 12 分钟，1 人次，共 12 分钟"),
            ],
            ignoreOrder: true);
        records.ShouldAllBe(r => r.Link.StartsWith("/duties/burden?unit.Id=") && r.IsMet == null);
        (await RecordsAsync(ground.Office, [units[1]])).Count.ShouldBe(1);
        (await RecordsAsync(outside, units)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reads_with_as_many_commands_for_many_members_as_for_few(DatabaseKind kind)
    {
        await StartAsync(kind);
        var few = await CountAsync();
        for (var i = 0; i < 4; i++)
        {
            await ground.MemberAsync(ground.Committee.Branch, "T" + i);
        }

        (await ground.Generate.RunAsync(ground.Lead, 2026, default)).Refusals.ShouldBeEmpty();
        (await CountAsync()).ShouldBe(few);

        async Task<int> CountAsync()
        {
            database!.Commands.Clear();
            await FiguresAsync();
            return database.Commands.Commands.Count;
        }
    }

    public void Dispose() => database?.Dispose();

    private async Task StartAsync(DatabaseKind kind, bool withMembers = true)
    {
        database = new TestDatabase(kind);
        ground = await DutiesGround.StartAsync(database, new TestClock());
        if (withMembers)
        {
            await AddMembersAsync();
        }

        var (member, computed) = (DutiesGround.Fields("M1", "党员", parent: "B1"), DutiesGround.Fields("M2", "党员"));
        (member[DutyText.Minutes], computed[DutyText.Computed]) = ("12", "承诺践诺记录");
        await ground.ListAsync("Q", DutiesGround.Fields("B1"), member, computed);
        (await ground.Generate.RunAsync(ground.Lead, 2026, default)).Refusals.ShouldBeEmpty();
    }

    private async Task AddMembersAsync()
    {
        await ground.MemberAsync(ground.Committee.Branch, "S1", ground.Secretary.PersonId);
        await ground.MemberAsync(ground.Committee.Branch, "S2");
        await ground.MemberAsync(ground.Committee.Branch, "S3");
        await ground.MemberAsync(ground.Committee.OtherBranch, "S4");
    }

    private async Task<Dictionary<Guid, List<double>>> FiguresAsync() =>
        (await ReadAsync(db => new BurdenSource().FiguresAsync(db, Period, default))).ToDictionary(f => f.UnitId, f => Each(f.Records, f.Counts));

    private static List<double> Each(IEnumerable<double> records, IEnumerable<double> counts) => [.. records.Zip(counts).SelectMany(r => Enumerable.Repeat(r.First, (int)r.Second))];

    private Task<IReadOnlyList<SourceRecord>> RecordsAsync(Actor actor, Guid[] units) => ReadAsync(db => new BurdenSource().RecordsAsync(db, actor, Period, "E3.2", units, 10, default));

    private Task<T> ReadAsync<T>(Func<YipanqiDb, Task<T>> read) => ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, read, default);
}
