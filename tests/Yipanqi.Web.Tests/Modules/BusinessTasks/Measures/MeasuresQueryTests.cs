using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Measures;

public sealed class MeasuresQueryTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private FusionGround ground = default!;

    private static readonly ReverseCheckFilter All = new("", new Picked());

    private MeasuresQuery Measures => new(ground.Work, clock);

    private ReverseCheckQuery Check => new(ground.Work, clock);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_each_reader_the_measures_of_the_subtree_and_those_of_nobody_at_the_top(DatabaseKind kind)
    {
        await StartAsync(kind);
        var second = (await CodesAsync(ground.Lead, ("q", "JC2"))).Single();

        (await CodesAsync(ground.Lead)).ShouldBe(["JC4", "JC3", "JC2", "JC1"]);
        (await CodesAsync(ground.First)).ShouldBe(["JC3", "JC1"]);
        (await CodesAsync(ground.Lead with { TenantId = Guid.CreateVersion7() })).ShouldBeEmpty();
        (await CodesAsync(ground.First, ("state", "unassigned"))).ShouldBeEmpty();
        (await Measures.UnassignedAsync(ground.First, default), await Measures.UnassignedAsync(ground.Lead, default)).ShouldBe((0, 1));
        var id = (await ground.AllAsync<PartyMeasure>()).Single(m => m.Code == second).Id;
        (await Measures.FindAsync(ground.First, id, default)).ShouldBeNull();
        (await Measures.FindAsync(ground.Lead, id, default))!.CanManage.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_by_words_kind_organisation_tie_and_state(DatabaseKind kind)
    {
        await StartAsync(kind);

        (await CodesAsync(ground.Lead, ("q", "电梯"))).ShouldBe(["JC1"]);
        (await CodesAsync(ground.Lead, ("kind", "brand"))).ShouldBeEmpty();
        (await CodesAsync(ground.Lead, ("unit", "P1"))).ShouldBe(["JC3", "JC1"]);
        (await CodesAsync(ground.Lead, ("tied", "yes"))).ShouldBe(["JC1"]);
        (await CodesAsync(ground.Lead, ("tied", "no"), ("sort", "code"))).ShouldBe(["JC2", "JC3", "JC4"]);
        (await CodesAsync(ground.Lead, ("state", "over"))).ShouldBe(["JC3"]);
        (await CodesAsync(ground.Lead, ("state", "withdrawn"))).ShouldBe(["JC0"]);
        (await CodesAsync(ground.Lead, ("state", "unassigned"))).ShouldBe(["JC4"]);
        (await Measures.FindAsync(ground.First, (await ground.AllAsync<PartyMeasure>()).Single(m => m.Code == "JC1").Id, default))!.Points.Single().TaskId.ShouldBe(ground.TaskId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_reverse_check_lists_running_measures_that_serve_no_task_under_way_with_whose_turn_it_is(DatabaseKind kind)
    {
        await StartAsync(kind);
        async Task<List<(string, string)>> UntiedAsync(Actor actor) => [.. (await Check.MeasuresAsync(actor, All, 1, default)).Page.Rows.Select(r => (r.Code, r.Unit))];

        var before = await UntiedAsync(ground.Lead);
        FusionGround.Done(await new EndTask(ground.Work, clock).RunAsync(ground.Lead, new(ground.TaskId, 0, TaskState.Done, "2026-10-12", ""), default));

        before.ShouldBe([("JC2", "乙局机关党委"), ("JC4", "")]);
        (await UntiedAsync(ground.Lead)).ShouldBe([("JC1", "甲局机关党委"), ("JC2", "乙局机关党委"), ("JC4", "")]);
        (await UntiedAsync(ground.First)).ShouldBe([("JC1", "甲局机关党委")]);
        (await Check.PointsAsync(ground.First, All, 1, default)).Page.Rows.Single().Turn.ShouldBe("甲局机关党委");
        (await Check.ExportMeasuresAsync(ground.Lead, All with { Text = "JC2" }, default)).Single().Code.ShouldBe("JC2");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_reverse_check_is_narrowed_to_a_unit_and_says_when_it_knows_none(DatabaseKind kind)
    {
        await StartAsync(kind);
        await ground.TaskAsync("ZD3", "还没有结合", ground.Committee.Department);
        ReverseCheckFilter Of(string unit) => All with { Unit = Picked.Of(unit) };

        (await Check.TasksAsync(ground.Lead, Of(ground.Committee.FirstOrgan.Code), 1, default)).Page.Rows.Select(r => r.Code).ShouldBe(["ZD3"]);
        (await Check.MeasuresAsync(ground.Lead, Of("P2"), 1, default)).Page.Rows.Select(r => r.Code).ShouldBe(["JC2"]);
        (await Check.PointsAsync(ground.Lead, Of("P2"), 1, default)).Page.Rows.ShouldBeEmpty();
        var foreign = await Check.MeasuresAsync(ground.First, Of("P2"), 1, default);
        (foreign.Page.Rows.Count, foreign.Fault).ShouldBe((0, "您管理的范围里没有编码或名称为“P2”的党组织。"));
        (await Check.ExportMeasuresAsync(ground.Lead, Of("P2"), default)).Single().Code.ShouldBe("JC2");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_the_same_commands_for_many_measures_as_for_few(DatabaseKind kind)
    {
        await StartAsync(kind);
        database!.Commands.Clear();
        await CodesAsync(ground.Lead);
        await Check.MeasuresAsync(ground.Lead, All, 1, default);
        var few = database.Commands.Commands.Count;
        for (var i = 0; i < 40; i++)
        {
            await ground.MeasureAsync($"M{i:00}", ground.Committee.First);
        }

        database.Commands.Clear();
        (await CodesAsync(ground.Lead)).Count.ShouldBe(44);
        await Check.MeasuresAsync(ground.Lead, All, 1, default);

        database.Commands.Commands.Count.ShouldBe(few);
    }

    public void Dispose() => database?.Dispose();

    private async Task<List<string>> CodesAsync(Actor actor, params (string Name, string Value)[] values) =>
        [.. (await Measures.PageAsync(actor, MeasureFilter.From(name => values.FirstOrDefault(v => v.Name == name).Value), 1, default)).Rows.Select(r => r.Code)];

    // JC0 withdrawn, JC1 of 甲局 with a task, JC2 of 乙局 with none, JC3 of a branch of 甲局 and over, JC4 of nobody.
    private async Task StartAsync(DatabaseKind kind)
    {
        ground = await FusionGround.StartAsync(database = new TestDatabase(kind), clock);
        var c = ground.Committee;
        var gone = await ground.MeasureAsync("JC0", c.First, "撤回的");
        FusionGround.Done(await new WithdrawMeasure(ground.Work, clock).RunAsync(ground.Lead, new(gone, 0, MeasureState.Withdrawn, "重复"), default));
        var tied = await ground.MeasureAsync("JC1", c.First);
        await ground.MeasureAsync("JC2", c.Second, "水质巡查队", "沿河巡查");
        await ground.MeasureAsync("JC3", c.Branch, "春季宣讲", "进社区讲政策", new(2026, 6, 30));
        await ground.MeasureAsync("JC4", null, "无主的", "没有写党组织");
        FusionGround.Done(await ground.Add.RunAsync(ground.Lead, new(ground.TaskId, Picked.Of("P1"), FusionGround.Point(), tied), default));
    }
}
