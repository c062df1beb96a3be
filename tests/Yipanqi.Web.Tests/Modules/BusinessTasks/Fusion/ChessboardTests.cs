using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Chessboard;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;

public sealed class ChessboardTests : IDisposable
{
    /// <summary>A row is a task with four cells, each a picture and a whole sentence for those who listen.</summary>
    private const int MostBytesARow = 4_000;

    /// <summary>What goes over the line for 200 tasks, compressed.</summary>
    private const int MostBytesSent = 60_000;

    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_the_tasks_of_the_own_subtree_alone(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.TaskAsync("ZD3", "没有人认领", null);

        (await ground.BoardAsync(ground.First)).Tasks.Select(t => t.Code).ShouldBe(["ZD1"]);
        (await ground.BoardAsync(ground.Lead)).Tasks.Select(t => t.Code).Order().ShouldBe(["ZD1", "ZD2", "ZD3"]);
        (await ground.BoardAsync(ground.Lead with { TenantId = Guid.CreateVersion7() })).Tasks.ShouldBeEmpty();
        (await ground.BoardAsync(ground.Committee.ActorAt(PostRole.SystemAdministrator, ground.Committee.Root))).Tasks.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Puts_the_serious_first_and_shows_the_worst_of_several_fusion_points(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (good, late) = (await ground.PointAsync("甲"), await ground.PointAsync("乙"));
        FusionGround.Done(await ground.StageAsync(ground.Lead, null, TaskStage.Plan, "2026-02-01"));
        FusionGround.Done(await ground.StageAsync(ground.Lead, good, TaskStage.Plan, "2026-02-03"));
        FusionGround.Done(await ground.StageAsync(ground.Lead, late, TaskStage.Plan, "2026-04-02"));

        var board = await ground.BoardAsync(ground.Lead);

        board.Tasks.Select(t => t.Code).ShouldBe(["ZD2", "ZD1"], "ZD2 has missed more days: nothing of it is recorded");
        var task = board.Tasks[1];
        var cell = task.Cells[0]!.Value;
        (cell.State, cell.LagDays, task.Points[cell.WorstPoint].Name, cell.Others).ShouldBe((StageState.Joined, 60, "乙", 1));
        (board.Linked, board.LinkedShare, board.Count(ChessShow.Unlinked), board.Count(ChessShow.Apart)).ShouldBe((1, 0.5, 1, 1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Can_be_looked_at_as_of_a_day_and_narrowed_down(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.TaskAsync("ZD9", "关键的一项", ground.Committee.Department, TaskImportance.Critical);
        FusionGround.Done(await ground.StageAsync(ground.Lead, null, TaskStage.Plan, "2026-02-01"));
        var organ = ground.Committee.FirstOrgan.Id.ToString();

        var january = await ground.BoardAsync(ground.Lead, name => name == "day" ? "2026-01-31" : null);
        var below = await ground.BoardAsync(ground.Lead, name => name == "unit" ? organ : null);
        var critical = await ground.BoardAsync(ground.Lead, name => name == "importance" ? "Critical" : null);
        var named = await ground.BoardAsync(ground.Lead, name => name == "q" ? "水质" : null);
        var missing = await ground.BoardAsync(ground.Lead, name => name == "show" ? "Unlinked" : name == "unit" ? organ : null);

        january.Tasks.ShouldAllBe(t => t.Cells[0]!.Value.State == StageState.NotDue);
        below.Tasks.Select(t => t.Code).Order().ShouldBe(["ZD1", "ZD9"]);
        critical.Tasks.Select(t => t.Code).ShouldBe(["ZD9"]);
        named.Tasks.Select(t => t.Code).ShouldBe(["ZD2"]);
        missing.Shown.Count.ShouldBe(2);
        below.Leads.Select(l => l.Name).Order().ShouldBe(["乙局", "甲局", "甲局一处"]);
        (await ground.BoardAsync(ground.First, name => name == "unit" ? ground.Committee.SecondOrgan.Id.ToString() : null)).Tasks.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Can_be_narrowed_to_the_tasks_a_Party_organisation_and_those_below_it_take_part_in(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.PointAsync();
        async Task<ChessboardView> OfAsync(string party, string? day = null) =>
            await ground.BoardAsync(ground.Lead, name => name switch { "party.Text" => party, "day" => day, _ => null });

        var own = await OfAsync("P1");
        var above = await OfAsync(ground.Committee.Root.Code);
        var none = await OfAsync("P2");
        var before = await OfAsync("P1", "2025-12-31");
        var unknown = await OfAsync("没有这个支部");

        own.Tasks.Select(t => t.Code).ShouldBe(["ZD1"]);
        above.Tasks.Select(t => t.Code).ShouldBe(["ZD1"], "what is below it counts");
        (none.Tasks.Count, none.PartyFault).ShouldBe((0, null));
        before.Tasks.ShouldBeEmpty("the fusion point was not live then");
        (unknown.Tasks.Count, unknown.PartyFault).ShouldBe((0, "您管理的范围里没有编码或名称为“没有这个支部”的党组织。"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_the_same_commands_for_two_hundred_tasks_as_for_two(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.BoardAsync(ground.Lead);
        database!.Commands.Clear();
        await ground.BoardAsync(ground.Lead);
        var few = database.Commands.Commands.Count;
        await FillAsync(ground, 200);
        database.Commands.Clear();

        var board = await ground.BoardAsync(ground.Lead);

        board.Tasks.Count.ShouldBe(202);
        board.Tasks.Sum(t => t.Points.Count).ShouldBe(200);
        (few, database.Commands.Commands.Count).ShouldBe((5, 5));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_page_of_two_hundred_tasks_stays_small_and_needs_the_same_commands(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        using var browser = Browser.Start(database!, clock);
        await browser.SignInAsync();
        async Task<(int Bytes, int Sent, int Commands)> AskAsync()
        {
            await browser.GetAsync("/chessboard");
            database!.Commands.Clear();
            using var request = new HttpRequestMessage(HttpMethod.Get, "/chessboard");
            request.Headers.AcceptEncoding.ParseAdd("br");
            var sent = await (await browser.SendAsync(request)).Content.ReadAsByteArrayAsync();
            var commands = database.Commands.Commands.Count;
            var plain = await (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/chessboard"))).Content.ReadAsByteArrayAsync();
            return (plain.Length, sent.Length, commands);
        }

        var few = await AskAsync();
        await FillAsync(ground, 200);
        var many = await AskAsync();

        many.Commands.ShouldBe(few.Commands);
        ((many.Bytes - few.Bytes) / 200).ShouldBeLessThan(MostBytesARow);
        many.Sent.ShouldBeLessThan(MostBytesSent);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_gain_of_joined_tasks_is_told_with_counts_and_an_interval_within_the_scope(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        for (var i = 0; i < 8; i++)
        {
            var task = BusinessTask.New(ground.Committee.TenantId, $"G{i}", new TaskFacts(2026, $"到期{i}", "", TaskImportance.Normal, "", new(2026, 1, 1), new(2026, 10, 5), false, ""));
            task.Assign(ground.Committee.FirstOrgan);
            if (i is not 0 and not 5 and not 6)
            {
                task.Complete(new(2026, 10, 5));
            }

            object[] point = i < 4 ? [FusionPoint.Join(task, ground.Committee.First, new("other", "举措", "a", "b", "c", null), Guid.CreateVersion7(), new(2026, 1, 1))] : [];
            await ground.SaveAsync(0, [task, .. point]);
        }

        var gain = await new GainQuery(ground.Work, clock).FindAsync(ground.First, default);
        var none = await new GainQuery(ground.Work, clock).FindAsync(ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second, ground.Committee.SecondOrgan), default);

        (gain.Year, gain.Quarter, gain.Linked, gain.Unlinked).ShouldBe((2026, 4, (3, 4), (2, 4)));
        gain.Difference!.Value.Value.ShouldBe(0.25, 1e-12);
        (gain.Difference.Value.Low, gain.Difference.Value.High).ShouldSatisfyAllConditions(i => i.Low.ShouldBeLessThan(0), i => i.High.ShouldBeGreaterThan(0.25));
        (none.Linked, none.Unlinked, none.Difference).ShouldBe(((0, 0), (0, 0), null));
    }

    public void Dispose() => database?.Dispose();

    private static Task<int> FillAsync(FusionGround ground, int count)
    {
        var rows = new List<object>();
        for (var i = 0; i < count; i++)
        {
            var task = BusinessTask.New(ground.Committee.TenantId, $"T{i:000}", new TaskFacts(2026, $"任务{i}", "", TaskImportance.Normal, "", new(2026, 1, 1), new(2026, 12, 31), false, ""));
            task.Assign(ground.Committee.FirstOrgan);
            var point = FusionPoint.Join(task, ground.Committee.First, new("other", "举措", "a", "b", "c", null), Guid.CreateVersion7(), new(2026, 1, 1));
            rows.AddRange([task, point]);
            rows.AddRange(StageTimes.All.Take(3).SelectMany(s => new[] { (FusionPoint?)null, point }.Select(p =>
                StageRecord.Of(task, p, s, new(new DateOnly(2026, (int)s * 2, 1 + (i % 20)), "a", "", "", ""), null, Guid.CreateVersion7(), new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc)))));
        }

        return ground.SaveAsync(count, [.. rows]);
    }

    private Task<FusionGround> StartAsync(DatabaseKind kind) => FusionGround.StartAsync(database = new TestDatabase(kind), clock);
}
