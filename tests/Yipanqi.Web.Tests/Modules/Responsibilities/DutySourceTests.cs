using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

/// <summary>September 2026: one duty at each of three levels, due on the last of the month.</summary>
public sealed class DutySourceTests : IDisposable
{
    private static readonly SourcePeriod Period = new(new Quarter(2026, 3), new DateOnly(2026, 9, 30));

    private TestDatabase? database;
    private DutiesGround ground = default!;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_what_was_due_by_unit_and_the_party_groups_duties_for_the_organisation_of_its_organ(DatabaseKind kind)
    {
        await StartAsync(kind);
        await DoneAsync(ground.Committee.Branch.Id, new DateOnly(2026, 9, 28), accept: true);
        await DoneAsync(ground.Committee.OtherBranch.Id, new DateOnly(2026, 10, 2), accept: true);
        await DoneAsync(ground.Committee.FirstOrgan.Id, new DateOnly(2026, 9, 20), accept: true);
        await DoneAsync(ground.Committee.First.Id, new DateOnly(2026, 9, 20), accept: false);

        var figures = (await ReadAsync(db => new DutySource().FiguresAsync(db, Period, default))).ToDictionary(f => (f.UnitId, f.ItemCode));

        Share(figures[(ground.Committee.Branch.Id, "A1.2")]).ShouldBe((1, 1));
        Share(figures[(ground.Committee.OtherBranch.Id, "A1.2")]).ShouldBe((0, 1));
        Share(figures[(ground.Committee.First.Id, "A1.2")]).ShouldBe((1, 2));
        Share(figures[(ground.Committee.First.Id, "A1.1")]).ShouldBe((1, 1));
        figures[(ground.Committee.First.Id, "A1.4")].Due.ShouldBe([1, 1, 0, 0]);
        figures[(ground.Committee.First.Id, "A1.4")].Met.ShouldBe([1, 0, 0, 0]);
        figures.Keys.ShouldNotContain((ground.Committee.FirstOrgan.Id, "A1.2"));
        figures.Keys.Where(k => k.ItemCode == "A1.3").ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_out_what_was_exempted_and_what_is_due_in_another_quarter(DatabaseKind kind)
    {
        await StartAsync(kind);
        await ground.SaveAsync(async db =>
        {
            foreach (var obligation in await db.Set<Obligation>().Where(o => o.UnitId == ground.Committee.Branch.Id && o.DueDay <= Period.AsOf).ToListAsync())
            {
                obligation.Ask(RequestKind.Exemption, null, "支部换届", ground.Secretary.PersonId);
                obligation.Grant("同意", ground.Lead.PersonId, ground.Clock.UtcNow);
            }
        });

        var figures = await ReadAsync(db => new DutySource().FiguresAsync(db, Period, default));

        figures.ShouldNotContain(f => f.UnitId == ground.Committee.Branch.Id);
        figures.Single(f => f.UnitId == ground.Committee.OtherBranch.Id && f.ItemCode == "A1.2").Denominator.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_the_obligations_behind_a_figure_to_those_who_may_see_them(DatabaseKind kind)
    {
        await StartAsync(kind);
        await DoneAsync(ground.Committee.FirstOrgan.Id, new DateOnly(2026, 9, 20), accept: true);
        Guid[] units = [ground.Committee.First.Id, ground.Committee.Branch.Id];

        var all = await ReadAsync(db => new DutySource().RecordsAsync(db, ground.Lead, Period, "A1.2", units, 10, default));
        var own = await ReadAsync(db => new DutySource().RecordsAsync(db, ground.Secretary, Period, "A1.2", units, 10, default));

        all.Count.ShouldBe(3);
        all.Single(r => r.Title == "办结事项G1").ShouldBe(all.Single(r => r.IsMet == true));
        all.Single(r => r.Title == "办结事项G1").UnitId.ShouldBe(ground.Committee.First.Id);
        own.Select(r => r.Title).ShouldBe(["办结事项B1"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_what_a_member_has_in_person_but_shows_it_only_to_those_who_accept(DatabaseKind kind)
    {
        await StartAsync(kind);
        await ground.SaveAsync(async db =>
        {
            var duty = await db.Set<Duty>().FirstAsync(d => d.Code == "B1");
            db.Add(Obligation.New(db.TenantId, duty.Id, duty.Code, DutyLevel.Member, ground.Committee.Branch.Id, Guid.CreateVersion7(), "2026-09", new DateOnly(2026, 9, 15), false));
        });
        Guid[] units = [ground.Committee.Branch.Id];
        var reader = ground.Committee.ActorAt(PostRole.Inspector, ground.Committee.Branch);

        (await ReadAsync(db => new DutySource().FiguresAsync(db, Period, default))).Single(f => f.UnitId == units[0] && f.ItemCode == "A1.2").Denominator.ShouldBe(2);
        (await ReadAsync(db => new DutySource().RecordsAsync(db, ground.Lead, Period, "A1.2", units, 10, default))).Count.ShouldBe(2);
        (await ReadAsync(db => new DutySource().RecordsAsync(db, reader, Period, "A1.2", units, 10, default))).Select(r => r.Day).ShouldBe([Period.AsOf]);
    }

    public void Dispose() => database?.Dispose();

    private static (double Met, double Due) Share(SourcedFigure figure) => (figure.Numerator, figure.Denominator);

    private async Task StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        ground = await DutiesGround.StartAsync(database, new TestClock());
        var group = DutiesGround.Fields("G1", "党组");
        group[DutyText.Feeds] = "A1.1";
        await ground.ListAsync("Q", group, DutiesGround.Fields("C1", "机关党委"), DutiesGround.Fields("B1"));
        (await ground.Generate.RunAsync(ground.Lead, 2026, default)).Refusals.ShouldBeEmpty();
    }

    private Task DoneAsync(Guid unit, DateOnly day, bool accept) => ground.SaveAsync(async db =>
    {
        foreach (var obligation in await db.Set<Obligation>().Where(o => o.UnitId == unit && o.DueDay <= Period.AsOf).ToListAsync())
        {
            obligation.Complete("办结。", ground.Secretary.PersonId, day);
            if (accept)
            {
                obligation.Accept("", ground.Lead.PersonId, ground.Clock.UtcNow);
            }
        }
    });

    private Task<T> ReadAsync<T>(Func<YipanqiDb, Task<T>> read) => ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, read, default);
}
