using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Api;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks;

public sealed class FeedTasksTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    private FeedTasks Feed => new(database!.UnitOfWork, clock);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_told_again_changes_nothing_and_a_difference_that_alone(DatabaseKind kind)
    {
        var (ground, connector) = await StartAsync(kind);

        var first = await Feed.RunAsync(connector, Of(Whole("K1"), Whole("K2")), default);
        var again = await Feed.RunAsync(connector, Of(Whole("K1"), Whole("K2")), default);
        var entries = await ground.EntriesAsync("task.fed");
        clock.Advance(TimeSpan.FromMinutes(1));
        var changed = await Feed.RunAsync(connector, Of(Empty("K1") with { Figures = [new("F1", null, null, null, null, null, [new("2026-06-30", 20), new("2026-09-30", 30)])] }), default);

        (first.Value, again.Value, changed.Value).ShouldBe((new FeedTasks.Result(2, 0, 0, 0), new FeedTasks.Result(0, 0, 2, 0), new FeedTasks.Result(0, 1, 0, 0)));
        entries.ShouldBe(1);
        var task = (await ground.AllAsync<BusinessTask>()).Single(t => t.SourceKey == "K1");
        (task.Title, task.LeadUnitId, task.IsDueDerived, task.SourceSystem).ShouldBe(("改造小区K1", (Guid?)ground.Committee.FirstOrgan.Id, false, "项目系统"));
        var view = await ground.ViewAsync(task.Id);
        view.Milestones.Select(m => (m.Title, m.DoneDay)).ShouldBe([("开工", new DateOnly(2026, 3, 5)), ("完工", null)]);
        view.Figures.Single().Values.Select(v => (v.Day.Month, v.Value, v.Source)).ShouldBe([(9, 30d, "项目系统"), (6, 20d, "项目系统"), (6, 18d, "项目系统")]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task All_of_a_batch_or_nothing_with_every_fault_named(DatabaseKind kind)
    {
        var (ground, connector) = await StartAsync(kind);

        var outcome = await Feed.RunAsync(
            connector,
            Of(
                Whole("K1"),
                Empty("K2") with { Year = 1900 },
                Whole("K3") with { Lead = "乙局", Done = "2027-01-01" },
                Whole("K4") with { Milestones = [new("M1", "", null, "某天", null)], Figures = [new("F1", "完成", null, "看情况", null, null, [new("2026-12-01", 1)])] }),
            default);

        outcome.Refusals.Select(r => r.Field).ShouldBe([
            "tasks[1].year", "tasks[1].title", "tasks[2].lead",
            "tasks[3].milestones[0].title", "tasks[3].milestones[0].due", "tasks[3].figures[0].direction", "tasks[3].figures[0].target",
        ]);
        (await ground.AllAsync<BusinessTask>()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_task_that_was_imported_is_taken_over_by_its_code_with_its_milestones_of_the_same_title(DatabaseKind kind)
    {
        var (ground, connector) = await StartAsync(kind);
        await Feed.RunAsync(await ConnectorAsync(ground, "督查系统", "A1"), Of(Whole("D1") with { Code = "KT9" }), default);
        var task = BusinessTask.New(ground.Committee.TenantId, "KT1", (await ground.AllAsync<BusinessTask>()).Single().Facts with { Title = "表格里的任务" });
        task.Assign(ground.Committee.FirstOrgan);
        (await database!.UnitOfWork.WriteAsync<bool>(
            task.TenantId,
            async db =>
            {
                db.AddRange(task, Milestone.New(task, 1, "开工", null, new DateOnly(2026, 4, 1)));
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(BusinessTask), task.Id), default);
                return true;
            },
            default)).Refusals.ShouldBeEmpty();

        var taken = await Feed.RunAsync(connector, Of(Whole("K1") with { Code = " KT1 " }), default);
        var again = await Feed.RunAsync(connector, Of(Whole("K1") with { Code = "KT1" }), default);
        var twice = await Feed.RunAsync(connector, Of(Whole("K2") with { Code = "KT1" }, Whole("K3") with { Code = "KT9" }), default);

        (taken.Value, again.Value).ShouldBe((new FeedTasks.Result(0, 1, 0, 0), new FeedTasks.Result(0, 0, 1, 0)));
        var now = (await ground.AllAsync<BusinessTask>()).Single(t => t.Id == task.Id);
        (now.Code, now.Title, now.SourceSystem, now.SourceKey).ShouldBe(("KT1", "改造小区K1", "项目系统", "K1"));
        await Feed.RunAsync(connector, Of(Empty("K1") with { Milestones = [new("M9", "完工", null, null, null, Removed: true)] }), default);
        (await ground.AllAsync<Milestone>()).Where(m => m.TaskId == task.Id).Select(m => (m.Title, m.SourceKey is null)).ShouldBe([("开工", false), ("完工", false)], ignoreOrder: true);
        twice.Refusals.Select(r => r.Field).ShouldBe(["tasks[0].code", "tasks[1].code"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_task_is_cancelled_with_its_reason_and_a_milestone_taken_away_unless_it_was_met(DatabaseKind kind)
    {
        var (ground, connector) = await StartAsync(kind);
        await Feed.RunAsync(connector, Of(Whole("K1"), Whole("K2")), default);
        FedTask Without(string milestone) => Empty("K1") with { Milestones = [new(milestone, null, null, null, null, Removed: true)] };

        var met = await Feed.RunAsync(connector, Of(Without("M1")), default);
        var both = await Feed.RunAsync(connector, Of(Empty("K2") with { Cancelled = "并入别处", Done = "2026-10-01" }), default);
        var removed = await Feed.RunAsync(connector, Of(Without("M2"), Empty("K2") with { Cancelled = " 并入别处 " }), default);
        var again = await Feed.RunAsync(connector, Of(Without("M2"), Empty("K2") with { Cancelled = "并入别处" }), default);

        (met.Refusals.Single().Field, both.Refusals.Single().Field).ShouldBe(("tasks[0].milestones[0].removed", "tasks[0].cancelled"));
        (removed.Value, again.Value).ShouldBe((new FeedTasks.Result(0, 2, 0, 0), new FeedTasks.Result(0, 0, 1, 1)));
        var tasks = (await ground.AllAsync<BusinessTask>()).ToDictionary(t => t.SourceKey!);
        (tasks["K2"].State, tasks["K2"].CancelReason).ShouldBe((TaskState.Cancelled, "并入别处"));
        (await ground.AllAsync<Milestone>()).Count(m => m.TaskId == tasks["K1"].Id).ShouldBe(1);
        var detail = (await ground.AllAsync<JournalEntry>()).Where(e => e.Action == "task.fed").Single(e => e.Detail.Contains("\"cancelled\":[\"")).Detail;
        (detail.Contains($"\"cancelled\":[\"{tasks["K2"].Code}\"]"), detail.Contains($"\"milestones_removed\":[\"{tasks["K1"].Code} ")).ShouldBe((true, true));
    }

    [Fact]
    public async Task Keys_are_asked_for_and_come_once()
    {
        var (_, connector) = await StartAsync(DatabaseKind.Sqlite);

        var none = await Feed.RunAsync(connector, new FedBatch([]), default);
        var keys = await Feed.RunAsync(connector, Of(Whole("K1"), Whole("K1"), Whole(""), Whole("K 2") with { Milestones = [new(null, "开工", null, "2026-03-01", null)] }), default);

        none.Refusals.Single().Message.ShouldBe("一次要送 1 到 200 项任务，这次是 0 项。请分批送。");
        keys.Refusals.Select(r => r.Field).ShouldBe(["tasks[1].key", "tasks[2].key", "tasks[3].key", "tasks[3].milestones[0].key"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Feeds_its_subtree_alone_and_leaves_ended_tasks_as_they_are(DatabaseKind kind)
    {
        var (ground, connector) = await StartAsync(kind);
        await Feed.RunAsync(connector, Of(Whole("K1"), Whole("K2")), default);
        var tasks = (await ground.AllAsync<BusinessTask>()).ToDictionary(t => t.SourceKey!);
        await ground.Assign.RunAsync(ground.Committee.Lead, new([tasks["K1"].Id], Picked.Of("A2")), default);
        await ground.End.RunAsync(ground.Committee.Lead, new(tasks["K2"].Id, 0, TaskState.Cancelled, "", "并入别处"), default);

        var outside = await Feed.RunAsync(connector, Of(Whole("K1") with { Title = "改了" }), default);
        var ended = await Feed.RunAsync(connector, Of(Whole("K2") with { Title = "改了" }), default);

        outside.Refusals.Single().Message.ShouldBe("主键 K1 的任务不在这个令牌的范围内。");
        ended.Value.ShouldBe(new FeedTasks.Result(0, 0, 0, 1));
        (await ground.AllAsync<BusinessTask>()).ShouldAllBe(t => t.Title.StartsWith("改造小区"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_token_of_the_whole_tree_lets_unknown_leads_wait_to_be_claimed(DatabaseKind kind)
    {
        var (ground, _) = await StartAsync(kind);
        var whole = await ConnectorAsync(ground, "督查系统", "JG");

        await Feed.RunAsync(whole, Of(Whole("K1") with { Lead = "没有的局", Due = null }, Whole("K2") with { Lead = "A1D1" }), default);

        var tasks = (await ground.AllAsync<BusinessTask>()).ToDictionary(t => t.SourceKey!);
        (tasks["K1"].LeadUnitId, tasks["K1"].LeadText, tasks["K1"].IsDueDerived).ShouldBe((null, "没有的局", true));
        tasks["K2"].LeadUnitId.ShouldBe(ground.Committee.Department.Id);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_as_many_commands_for_many_tasks_as_for_few(DatabaseKind kind)
    {
        var (_, connector) = await StartAsync(kind);
        FedBatch Batch(int from, int count) => Of([.. Enumerable.Range(from, count).Select(i => Whole($"K{i}"))]);
        await Feed.RunAsync(connector, Batch(0, 202 - 2), default);

        database!.Commands.Clear();
        await Feed.RunAsync(connector, Batch(0, 2), default);
        var forFew = database.Commands.Commands.Count;
        database.Commands.Clear();
        (await Feed.RunAsync(connector, Batch(0, 200), default)).Value.Unchanged.ShouldBe(200);

        database.Commands.Commands.Count.ShouldBe(forFew);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_that_send_the_same_new_task_at_once_make_one(DatabaseKind kind)
    {
        var (ground, connector) = await StartAsync(kind);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Feed.RunAsync(connector, Of(Whole("K1")), default)));

        (await ground.AllAsync<BusinessTask>()).Count.ShouldBe(1);
        (await ground.AllAsync<KeyFigureValue>()).Count.ShouldBe(1);
        outcomes.Count(o => o.IsDone && o.Value.Added == 1).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusals[0].Code == "task.raced");
    }

    public void Dispose() => database?.Dispose();

    private static FedBatch Of(params FedTask[] tasks) => new(tasks);

    private static FedTask Empty(string key) => new(key, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static FedTask Whole(string key) => Empty(key) with
    {
        Year = 2026,
        Title = "改造小区" + key,
        Due = "2026-11-30",
        Milestones = [new("M1", "开工", "2026-01-10", "2026-03-01", "2026-03-05"), new("M2", "完工", null, "2026-11-01", null)],
        Figures = [new("F1", "完成改造", "个", "benefit", 35, null, [new("2026-06-30", 18)])],
    };

    private async Task<(TaskGround Ground, Connector Connector)> StartAsync(DatabaseKind kind)
    {
        var ground = await TaskGround.StartAsync(database = new TestDatabase(kind), clock);
        return (ground, await ConnectorAsync(ground, "项目系统", "A1"));
    }

    private async Task<Connector> ConnectorAsync(TaskGround ground, string system, string unit)
    {
        var text = (await new IssueToken(database!.UnitOfWork, clock).RunAsync(ground.Committee.Lead, new(system, Picked.Of(unit)), default)).Value;
        return (await new ConnectorQuery(database.UnitOfWork).FindAsync(text, default))!;
    }
}
