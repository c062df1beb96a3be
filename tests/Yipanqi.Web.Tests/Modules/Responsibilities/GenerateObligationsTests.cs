using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class GenerateObligationsTests
{
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Makes_one_for_each_holder_and_period_from_the_day_the_list_applies(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync(
            "X", DutiesGround.Fields("G-1", "党组", "每季度"), DutiesGround.Fields("C-1", "机关党委", "每半年"), DutiesGround.Fields("B-1"), DutiesGround.Fields("E-1", frequency: "遇事即办", due: "发生后3个工作日"));

        var made = (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Value;

        var all = await ground.AllAsync();
        made.Added.ShouldBe(2 * 2 + 2 * 1 + 2 * 4);
        all.Count.ShouldBe(14);
        Of("G-1").ShouldBe([("2026Q3", ground.Committee.FirstOrgan.Id), ("2026Q3", ground.Committee.SecondOrgan.Id), ("2026Q4", ground.Committee.FirstOrgan.Id), ("2026Q4", ground.Committee.SecondOrgan.Id)], ignoreOrder: true);
        Of("C-1").Select(o => o.PeriodKey).Distinct().ShouldBe(["2026H2"]);
        Of("B-1").Where(o => o.UnitId == ground.Committee.Branch.Id).Select(o => o.PeriodKey).ShouldBe(["2026M09", "2026M10", "2026M11", "2026M12"], ignoreOrder: true);
        (await ground.JournalAsync("obligation.generated")).Single().ActorId.ShouldBe(ground.Officer.PersonId);

        List<(string PeriodKey, Guid UnitId)> Of(string code) => [.. all.Where(o => o.DutyCode == code).Select(o => (o.PeriodKey, o.UnitId))];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Repeated_adds_nothing_and_writes_nothing(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        var before = (await ground.AllAsync()).Select(o => o.Id).ToList();

        var again = (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Value;

        again.Added.ShouldBe(0);
        (await ground.AllAsync()).Select(o => o.Id).ShouldBe(before, ignoreOrder: true);
        (await ground.JournalAsync("obligation.generated")).Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Gives_a_new_unit_what_it_lacks_and_ends_what_a_closed_one_left(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        var late = await ground.OfAsync(ground.Committee.OtherBranch, "2026M09");
        var founded = Unit.New(ground.Committee.TenantId, "P1B3", "甲局第三党支部", Track.Party, ground.Committee.First);
        founded.Describe(founded.Name, founded.Name, "党支部", 3, "");
        await ground.SaveAsync(async db =>
        {
            db.Add(founded);
            (await db.Set<Unit>().SingleAsync(u => u.Id == ground.Committee.OtherBranch.Id)).Close(new DateOnly(2026, 10, 15));
        });

        var settled = (await ground.Settle.RunAsync(ground.Committee.TenantId, default)).Value;
        var made = (await ground.Generate.RunAsync(ground.Committee.TenantId, null, 2026, default)).Value;

        made.Added.ShouldBe(4);
        settled.Ended.ShouldBe(3);
        (await ground.AllAsync()).Where(o => o.UnitId == ground.Committee.OtherBranch.Id).OrderBy(o => o.DueDay).Select(o => o.State)
            .ShouldBe([ObligationState.Open, ObligationState.Ended, ObligationState.Ended, ObligationState.Ended]);
        late.DueDay.ShouldBe(new DateOnly(2026, 9, 30));
        (await ground.Settle.RunAsync(ground.Committee.TenantId, default)).Value.ShouldBe(new SettleObligations.Answer(0, 0, 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_to_the_version_in_force_without_doubling_a_period(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var first = await ground.ListAsync("X", DutiesGround.Fields("B-1"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        var draft = (await ground.Draft.RunAsync(ground.Officer, first, default)).Value;
        await ground.Write.RunAsync(ground.Officer, new(draft, 0, "", DutiesGround.Fields("B-2", frequency: "每季度")), default);
        await ground.Submit.RunAsync(ground.Officer, new(draft, "加一项"), default);
        await ground.Review.RunAsync(ground.Lead, new(draft, (await ground.Lists.FindAsync(ground.Lead, draft, default))!.Version, true, ""), default);
        (await ground.Publish.RunAsync(ground.Officer, new(draft, new DateOnly(2026, 10, 1)), default)).Refusals.ShouldBeEmpty();

        var made = (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Value;

        made.Added.ShouldBe(2);
        (await ground.AllAsync()).GroupBy(o => (o.UnitId, o.DutyCode, o.PeriodKey)).ShouldAllBe(g => g.Count() == 1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_a_member_in_person(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var member = await MemberAsync(ground, "党员甲");
        await ground.ListAsync("X", DutiesGround.Fields("M-1", "党员", "每年"));

        (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Value.Added.ShouldBe(1);

        var own = (await ground.AllAsync()).Single();
        (own.PersonId, own.UnitId).ShouldBe((member.PersonId, ground.Committee.Branch.Id));
        (await ground.Obligations.MineAsync(member, new DateOnly(2026, 12, 31), default)).Lines.Single().Holder.ShouldBe("党员甲");
        (await ground.Obligations.FindAsync(member, own.Id, default))!.IsMine.ShouldBeTrue();
        (await ground.Obligations.FindAsync(await MemberAsync(ground, "党员乙"), own.Id, default)).ShouldBeNull();
        (await ground.Obligations.FindAsync(ground.Secretary, own.Id, default))!.Decides.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Waits_with_days_of_a_year_without_calendar_and_counts_them_when_it_comes(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1", frequency: "每年", due: "期末后10个工作日"));
        (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Value.Provisional.ShouldBe(1);
        var waiting = await ground.OfAsync(ground.Committee.Branch, "2026");
        (await ground.Settle.RunAsync(ground.Committee.TenantId, default)).Value.Recounted.ShouldBe(0);

        await ground.SaveAsync(db =>
        {
            var year = CalendarYear.Of(ground.Committee.TenantId, 2027);
            year.Import("通知");
            db.AddRange(year, CalendarDay.OfNotice(year, new DateOnly(2027, 1, 4), false, "元旦"));
            return Task.CompletedTask;
        });
        var settled = (await ground.Settle.RunAsync(ground.Committee.TenantId, default)).Value;

        (waiting.DueDay, waiting.IsProvisional).ShouldBe((new DateOnly(2027, 1, 14), true));
        settled.Recounted.ShouldBe(2);
        var counted = await ground.OfAsync(ground.Committee.Branch, "2026");
        (counted.DueDay, counted.IsProvisional).ShouldBe((new DateOnly(2027, 1, 15), false));
        (await ground.JournalAsync("obligation.recounted")).Single().ActorId.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sends_as_many_commands_for_many_units_as_for_few(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1", frequency: "每年"));
        await CountAsync();
        await AddAsync(0, 1);
        var few = await CountAsync();
        await AddAsync(1, 60);

        var many = await CountAsync();

        many.ShouldBe(few);
        (await ground.AllAsync()).Count.ShouldBe(2 + 61);

        Task AddAsync(int first, int count) => ground.SaveAsync(db =>
        {
            foreach (var i in Enumerable.Range(first, count))
            {
                var unit = Unit.New(ground.Committee.TenantId, $"N{i}", $"新支部{i}", Track.Party, ground.Committee.Second);
                unit.Describe(unit.Name, unit.Name, "党支部", i, "");
                db.Add(unit);
            }

            return Task.CompletedTask;
        });

        async Task<int> CountAsync()
        {
            database.Commands.Clear();
            (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Refusals.ShouldBeEmpty();
            return database.Commands.Commands.Count;
        }
    }

    private static async Task<Actor> MemberAsync(DutiesGround ground, string name)
    {
        var actor = await ground.PersonAsync(name, PostRole.Member, ground.Committee.Branch);
        if (name == "党员甲")
        {
            await ground.SaveAsync(async db =>
            {
                var person = await db.Set<Person>().SingleAsync(p => p.Id == actor.PersonId);
                var detail = PersonDetail.New(person, new PersonFacts("S1", Gender.Unknown, null, PartyStatus.FullMember, null, null, null, false));
                db.AddRange(detail, Membership.Begin(detail, ground.Committee.Branch.Id, new DateOnly(2020, 1, 1), MembershipKind.Registered, ""));
            });
        }

        return actor;
    }
}
