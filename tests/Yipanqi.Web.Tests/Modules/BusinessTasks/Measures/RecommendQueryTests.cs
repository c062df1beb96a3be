using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Modules.BusinessTasks.Recommending;
using Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Measures;

public sealed class RecommendQueryTests : IDisposable
{
    private readonly TestClock clock = new();
    private readonly RecommenderShelf shelf = new();
    private TestDatabase? database;
    private FusionGround ground = default!;

    private RecommendQuery Recommend => new(ground.Work, shelf, clock);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Names_the_organisations_own_measure_that_fits_with_the_words_that_made_it_fit(DatabaseKind kind)
    {
        await StartAsync(kind);
        var id = await ground.MeasureAsync("JC1", ground.Committee.First, "加装电梯党员突击队", "党员包楼门，一周一会签");
        await ground.MeasureAsync("JC2", ground.Committee.First, "审计现场小组", "进点先学");

        var found = await Recommend.FindAsync(ground.First, ground.TaskId, default);

        found.Count.ShouldBe(RecommendQuery.Shown);
        found[0].Own!.Id.ShouldBe(id);
        found[0].Words.ShouldContain("加装电梯");
        found[0].Marked.ShouldContain("加装电梯");
        found.Skip(1).ShouldAllBe(f => f.Own == null && f.Case != null);
    }

    [Fact]
    public async Task Names_what_several_organisations_do_in_the_same_words_once()
    {
        await StartAsync(DatabaseKind.Sqlite);
        foreach (var i in Enumerable.Range(1, 8))
        {
            await ground.MeasureAsync($"JC{i}", i % 2 == 0 ? ground.Committee.First : ground.Committee.Second, "加装电梯党员突击队", "党员包楼门，一周一会签");
        }

        await ground.MeasureAsync("JC9", ground.Committee.First, "加装电梯先锋岗", "党员包楼门，一周一会签");

        var found = await Recommend.FindAsync(ground.Lead, ground.TaskId, default);

        found.Where(f => f.Own is not null).Select(f => f.Name).Order(StringComparer.Ordinal).ShouldBe(["加装电梯先锋岗", "加装电梯党员突击队"]);
        found.Count.ShouldBe(RecommendQuery.Shown);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Never_names_a_measure_that_the_reader_does_not_see(DatabaseKind kind)
    {
        await StartAsync(kind);
        var theirs = await ground.MeasureAsync("JC1", ground.Committee.Second, "加装电梯 120 台突击队", "加装电梯 120 台");

        var own = await Recommend.FindAsync(ground.First, ground.TaskId, default);
        var all = await Recommend.FindAsync(ground.Lead, ground.TaskId, default);

        own.ShouldAllBe(f => f.Own == null);
        all[0].Own!.Id.ShouldBe(theirs);
        (await Recommend.FindAsync(ground.First, ground.OtherTaskId, default)).ShouldBeEmpty("a task of another organ is as absent as none");
        (await Recommend.FindAsync(ground.Lead with { TenantId = Guid.CreateVersion7() }, ground.TaskId, default)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_out_what_is_withdrawn_over_of_nobody_or_joined_to_the_task_already(DatabaseKind kind)
    {
        await StartAsync(kind);
        var (gone, joined) = (await ground.MeasureAsync("JC1", ground.Committee.First, "加装电梯甲"), await ground.MeasureAsync("JC2", ground.Committee.First, "加装电梯乙"));
        await ground.MeasureAsync("JC3", ground.Committee.First, "加装电梯丙", to: new(2026, 10, 11));
        await ground.MeasureAsync("JC4", null, "加装电梯丁");
        FusionGround.Done(await new WithdrawMeasure(ground.Work, clock).RunAsync(ground.Lead, new(gone, 0, MeasureState.Withdrawn, "重复"), default));

        (await Recommend.FindAsync(ground.Lead, ground.TaskId, default)).Where(f => f.Own is not null).Select(f => f.Own!.Id).ShouldBe([joined]);
        FusionGround.Done(await ground.Add.RunAsync(ground.Lead, new(ground.TaskId, Picked.Of("P1"), FusionGround.Point(), joined), default));

        (await Recommend.FindAsync(ground.Lead, ground.TaskId, default)).ShouldAllBe(f => f.Own == null);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Follows_a_change_of_a_text_and_reads_the_same_texts_once(DatabaseKind kind)
    {
        await StartAsync(kind);
        var id = await ground.MeasureAsync("JC1", ground.Committee.First, "加装电梯甲", "加装电梯");
        await Recommend.FindAsync(ground.Lead, ground.TaskId, default);
        database!.Commands.Clear();
        (await Recommend.FindAsync(ground.Lead, ground.TaskId, default))[0].Own!.Id.ShouldBe(id);
        var kept = database.Commands.Commands.Count;

        FusionGround.Done(await new EditMeasure(ground.Work, ground.People, clock).RunAsync(
            ground.Lead, new(id, 0, new MeasureInput(Picked.Of("P1"), "brand", "审计进点学习", "派驻审计组", "2026-01-01", "", null, "")), default));
        database.Commands.Clear();
        var after = await Recommend.FindAsync(ground.Lead, ground.TaskId, default);

        after[0].Own.ShouldBeNull();
        (kept, database.Commands.Commands.Count).ShouldBe((4, after.Any(f => f.Own is not null) ? 5 : 4));
    }

    [Fact]
    public void The_cases_that_come_along_name_a_known_kind_and_where_they_were_published()
    {
        CaseMeasure.All.Select(c => c.Code).Distinct().Count().ShouldBe(CaseMeasure.All.Count);
        CaseMeasure.All.ShouldAllBe(c => MeasureKind.Knows(c.Kind) && c.Description.Length > 0 && c.Place.Length > 0 && c.Title.Length > 0 && c.Published.Length >= 4 && c.Address.StartsWith("http"));
        CaseMeasure.All.ShouldAllBe(c => !c.Description.Contains(c.Place) && !c.Name.Contains(c.Place));
    }

    public void Dispose()
    {
        shelf.Dispose();
        database?.Dispose();
    }

    private async Task StartAsync(DatabaseKind kind) => ground = await FusionGround.StartAsync(database = new TestDatabase(kind), clock);
}
