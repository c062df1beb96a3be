using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Lists;
using Yipanqi.Web.Search;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks;

public sealed class TasksQueryTests : IDisposable
{
    private static readonly TaskFilter Everything = TaskFilter.From(_ => null);
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_each_the_tasks_of_their_subtree_and_the_unclaimed_to_those_above_all(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var stranger = await Committee.FoundAsync(database!, clock, "other");
        await ground.TaskAsync("A1", code: "T1");
        await ground.TaskAsync("A1D1", code: "T2", due: "2026-11-29");
        await ground.TaskAsync("A2", code: "T3");
        await ground.TaskAsync(null, code: "T4");

        (await ground.CodesAsync(ground.Committee.Lead, Everything)).ShouldBe(["T2", "T1", "T3", "T4"]);
        (await ground.CodesAsync(ground.Committee.FirstOfficer, Everything)).ShouldBe(["T2", "T1"]);
        (await ground.CodesAsync(ground.Head, Everything)).ShouldBe(["T2"]);
        (await ground.CodesAsync(ground.Committee.ActorAt(PostRole.Inspector, ground.Committee.Organs), Everything)).ShouldBe(["T2", "T1", "T3"]);
        (await ground.CodesAsync(ground.Committee.ActorAt(PostRole.Member, ground.Committee.Organs), Everything)).ShouldBeEmpty();
        (await ground.CodesAsync(stranger.Lead, Everything)).ShouldBeEmpty();
        ((await ground.ListedAsync(ground.Committee.Lead)).Unclaimed, (await ground.ListedAsync(ground.Committee.FirstOfficer)).Unclaimed).ShouldBe((1, 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_the_same_to_who_sees_all_without_asking_whose_a_task_is(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var committee = ground.Committee;
        var stranger = await Committee.FoundAsync(database!, clock, "other");
        await ground.TaskAsync("A1", code: "T1");
        await ground.TaskAsync("A2", code: "T2");
        await ground.TaskAsync(null, code: "T3");
        string[] roots = [committee.Root.Path, committee.Organs.Path];
        var grants = new[] { committee.Root, committee.Organs }.SelectMany(u => committee.ActorAt(PostRole.Inspector, u).Grants).ToList();
        var (lead, inspector) = (committee.Lead with { Roots = roots }, committee.ActorAt(PostRole.Inspector, committee.Root) with { Grants = grants, Roots = roots });
        (lead.CoversAll(Permission.ViewTasks), inspector.CoversAll(Permission.ViewTasks), committee.Lead.CoversAll(Permission.ViewTasks)).ShouldBe((true, true, false));
        (lead with { Roots = [.. roots, "another."] }).CoversAll(Permission.ViewTasks).ShouldBeFalse("a tree that came since is not the lead's");

        database!.Commands.Clear();
        (await ground.CodesAsync(lead, Everything)).ShouldBe(await ground.CodesAsync(committee.Lead, Everything));
        database.Commands.Commands.Count(c => c.Contains("depth", StringComparison.Ordinal)).ShouldBe(1, "of the two only who is not known to see all");
        (await ground.CodesAsync(inspector, Everything)).ShouldBe(["T1", "T2"]);
        (await ground.CodesAsync(committee.FirstOfficer with { Roots = roots }, Everything)).ShouldBe(["T1"]);
        (await ground.CodesAsync(stranger.Lead with { Roots = [stranger.Root.Path, stranger.Organs.Path] }, Everything)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Narrows_by_words_year_unit_importance_and_state(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var first = await ground.TaskAsync("A1", "改造老旧小区", "2026-09-30", "T1", "Critical");
        await ground.TaskAsync("A1D1", "新增公交线路", "2026-11-30", "T2");
        var ended = await ground.TaskAsync("A2", "改造农贸市场", "2026-11-30", "T3");
        await ground.End.RunAsync(ground.Committee.Lead, new(ended, 0, TaskState.Cancelled, "", "并入别处"), default);
        Task<IReadOnlyList<string>> Of(params (string, string)[] values) =>
            ground.CodesAsync(ground.Committee.Lead, TaskFilter.From(name => values.FirstOrDefault(v => v.Item1 == name).Item2));

        (await Of(("q", "改造"))).ShouldBe(["T1"]);
        (await Of(("q", "改造"), ("state", "all"))).ShouldBe(["T1", "T3"]);
        var sooner = await ground.TaskAsync("A2", "改造农贸市场", "2026-08-31", "T4");
        (await Of(("q", "改造"))).ShouldBe(["T4", "T1"], "by day, as the list without a word");
        await ground.End.RunAsync(ground.Committee.Lead, new(sooner, 0, TaskState.Cancelled, "", "并入别处"), default);
        (await Of(("q", "改造"), ("state", "all"))).ShouldBe(["T1", "T4", "T3"], "those in work come first");
        (await Of(("unit", "甲局"))).ShouldBe(["T1", "T2"]);
        (await Of(("unit", "A1D1"))).ShouldBe(["T2"]);
        (await Of(("unit", "没有这个单位"))).ShouldBeEmpty();
        (await Of(("importance", "critical"))).ShouldBe(["T1"]);
        (await Of(("state", "late"))).ShouldBe(["T1"]);
        (await Of(("state", "cancelled"))).ShouldBe(["T4", "T3"]);
        (await Of(("year", "2025"))).ShouldBeEmpty();
        (await Of(("sort", "-code"))).ShouldBe(["T2", "T1"]);
        await ground.End.RunAsync(ground.Committee.Lead, new(first, 0, TaskState.Done, "2026-09-01", ""), default);
        (await Of()).ShouldBe(["T2", "T1"]);
        (await Of(("sort", "due"))).ShouldBe(["T1", "T2"]);
        (await Of(("sort", "-year"))).ShouldBe(["T2", "T1"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Offers_the_years_from_the_first_to_the_last_there_are_tasks_of(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        (await ground.ListedAsync(ground.Committee.Lead)).Years.ShouldBeEmpty();
        await ground.TaskAsync(code: "T1", year: "2026");
        await ground.TaskAsync(code: "T2", year: "2024");

        (await ground.ListedAsync(ground.Committee.Lead)).Years.ShouldBe([2026, 2025, 2024]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_page_needs_as_many_commands_for_many_tasks_as_for_few(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.TaskAsync();
        database!.Commands.Clear();
        await ground.Tasks.PageAsync(ground.Committee.Lead, Everything, 1, default);
        var forFew = database.Commands.Commands.Count;
        for (var i = 0; i < 40; i++)
        {
            await ground.TaskAsync(title: $"第 {i} 项");
        }

        database.Commands.Clear();
        (await ground.Tasks.PageAsync(ground.Committee.Lead, Everything, 1, default)).Rows.Count.ShouldBe(41);

        database.Commands.Commands.Count.ShouldBe(forFew);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_tasks_by_words_and_code_within_the_scope(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.TaskAsync("A1", "改造老旧小区", code: "T1");
        await ground.TaskAsync("A2", "改造农贸市场", code: "T2");
        var search = new SearchQuery(database!.UnitOfWork, [new TaskSearch()]);

        var all = await search.FindAsync(ground.Committee.Lead, SearchWords.Of("改造"), 10, default);
        var own = await search.FindAsync(ground.Committee.FirstOfficer, SearchWords.Of("改造"), 10, default);
        var byCode = await search.FindAsync(ground.Committee.Lead, SearchWords.Of("t2"), 10, default);

        all.Single().Hits.Count.ShouldBe(2);
        own.Single().Hits.Single().Title.ShouldBe("改造老旧小区");
        byCode.Single().Hits.Single().Href.ShouldStartWith("/tasks/");
    }

    public void Dispose() => database?.Dispose();

    private async Task<TaskGround> StartAsync(DatabaseKind kind) => await TaskGround.StartAsync(database = new TestDatabase(kind), clock);
}
