using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Milestones;
using Yipanqi.Web.Modules.BusinessTasks.Posts;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks;

public sealed class TaskPartsTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_milestone_is_met_on_a_day_corrected_and_not_removed_while_met(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var task = await ground.TaskAsync();
        var step = (await ground.AddStep.RunAsync(ground.Committee.FirstOfficer, new(task, new("开工", "2026-03-01", "2026-06-30")), default)).Value;
        var remove = new RemoveMilestone(database!.UnitOfWork, clock);

        var future = await ground.Meet.RunAsync(ground.Committee.Lead, new(task, step, 0, "2026-10-13"), default);
        await ground.Meet.RunAsync(ground.Committee.Lead, new(task, step, 0, "2026-07-05"), default);
        var stale = await ground.Meet.RunAsync(ground.Committee.Lead, new(task, step, 0, "2026-07-06"), default);
        var removed = await remove.RunAsync(ground.Committee.Lead, new(task, step, 1), default);

        future.Refusals.Single().Message.ShouldBe("完成日期要在 2026-01-01 到今天之间。");
        stale.Refusals.Single().Code.ShouldBe("task.raced");
        removed.Refusals.Single().Message.ShouldStartWith("没有删除。这个节点已经完成");
        (await ground.ViewAsync(task)).Milestones.Single().DoneDay.ShouldBe(new DateOnly(2026, 7, 5));

        await ground.Meet.RunAsync(ground.Committee.Lead, new(task, step, 1, ""), default);
        (await remove.RunAsync(ground.Committee.Lead, new(task, step, 2), default)).IsDone.ShouldBeTrue();

        (await ground.AllAsync<Milestone>()).ShouldBeEmpty();
        (await ground.EntriesAsync("milestone.met"), await ground.EntriesAsync("milestone.reopened"), await ground.EntriesAsync("milestone.removed")).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Has_each_title_of_a_milestone_once()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await TaskGround.StartAsync(database, clock);
        var (task, other) = (await ground.TaskAsync(), await ground.TaskAsync(title: "另一项"));
        var first = (await ground.AddStep.RunAsync(ground.Committee.Lead, new(task, new("开工", "", "2026-06-30")), default)).Value;
        await ground.AddStep.RunAsync(ground.Committee.Lead, new(task, new("封顶", "", "2026-09-30")), default);

        var again = await ground.AddStep.RunAsync(ground.Committee.Lead, new(task, new("开工", "", "2026-07-31")), default);
        var renamed = await ground.EditStep.RunAsync(ground.Committee.Lead, new(task, first, 0, new("封顶", "", "2026-06-30")), default);
        var moved = await ground.EditStep.RunAsync(ground.Committee.Lead, new(task, first, 0, new("开工", "", "2026-07-31")), default);
        var elsewhere = await ground.AddStep.RunAsync(ground.Committee.Lead, new(other, new("开工", "", "2026-06-30")), default);

        new[] { again, renamed }.ShouldAllBe(o => o.Refusals.Single().Field == "Title");
        again.Refusals.Single().Message.ShouldContain("已有节点“开工”");
        (moved.IsDone, elsewhere.IsDone).ShouldBe((true, true));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Milestones_added_at_once_all_get_a_number_of_their_own_or_are_refused(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var task = await ground.TaskAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => ground.AddStep.RunAsync(ground.Committee.Lead, new(task, new($"节点{i}", "", "2026-11-01")), default)));

        var kept = await ground.AllAsync<Milestone>();
        kept.Count.ShouldBe(outcomes.Count(o => o.IsDone));
        kept.Select(m => m.Number).ShouldBeUnique();
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusals[0].Code == "task.raced");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Parts_of_a_task_outside_the_scope_are_as_absent_as_those_that_never_were(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var task = await ground.TaskAsync("A2");
        var step = (await ground.AddStep.RunAsync(ground.Committee.Lead, new(task, new("开工", "", "2026-06-30")), default)).Value;
        var figure = (await ground.AddFigure.RunAsync(ground.Committee.Lead, new(task, new("", "完成", "个", "benefit", "35", "")), default)).Value;
        var officer = ground.Committee.FirstOfficer;

        var outcomes = new[]
        {
            (await ground.AddStep.RunAsync(officer, new(task, new("补", "", "2026-06-30")), default)).Refusals,
            (await ground.Meet.RunAsync(officer, new(task, step, 0, "2026-06-30"), default)).Refusals,
            (await ground.Tell.RunAsync(officer, new(task, figure, "2026-06-30", "1"), default)).Refusals,
            (await ground.Fill.RunAsync(officer, new(task, "组长", null), default)).Refusals,
            (await ground.Edit.RunAsync(officer, new(task, 0, TaskGround.Plain), default)).Refusals,
            (await ground.Edit.RunAsync(officer, new(Guid.NewGuid(), 0, TaskGround.Plain), default)).Refusals,
        };

        outcomes.ShouldAllBe(r => r.Single() == TaskAccess.Absent);
        (await ground.Task.FindAsync(officer, task, default)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_second_value_for_a_day_corrects_the_first_and_both_stay_to_be_seen(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var task = await ground.TaskAsync();
        var figure = (await ground.AddFigure.RunAsync(ground.Committee.Lead, new(task, new("", "失业率", "%", "cost", "4.5", "")), default)).Value;
        async Task TellAsync(string day, string value)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            (await ground.Tell.RunAsync(ground.Committee.Lead, new(task, figure, day, value), default)).Refusals.ShouldBeEmpty();
        }

        await TellAsync("2026-06-30", "4.8");
        await TellAsync("2026-03-31", "5.1");
        await TellAsync("2026-06-30", "4.4");
        await TellAsync("2026-06-30", "4.4");

        var shown = (await ground.ViewAsync(task)).Figures.Single();
        shown.Values.Select(v => (v.Day.Month, v.Value)).ShouldBe([(6, 4.4), (6, 4.8), (3, 5.1)]);
        (shown.Holds!.Value, shown.IsReached, shown.Holds.Source).ShouldBe((4.4, true, "人工填报：测试"));
        (await ground.EntriesAsync("key-figure.told"), await ground.EntriesAsync("key-figure.corrected")).ShouldBe((2, 1));
        (await new RemoveFigure(database!.UnitOfWork, clock).RunAsync(ground.Committee.Lead, new(task, figure), default)).Refusals.Single().Message.ShouldStartWith("没有删除。");
    }

    [Fact]
    public async Task A_figure_names_every_field_that_is_wrong()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var task = await ground.TaskAsync();
        await ground.AddFigure.RunAsync(ground.Committee.Lead, new(task, new("F1", "完成", "个", "", "35", "")), default);

        var added = await ground.AddFigure.RunAsync(ground.Committee.Lead, new(task, new("F1", "", new string('长', 21), "看情况", "很多", "年底")), default);

        added.Refusals.Select(r => r.Field).ShouldBe(["Name", "Unit", "Direction", "Target", "DueDay", "Code"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_key_post_is_held_by_a_member_whose_name_is_shown_to_those_who_may_see_it(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var task = await ground.TaskAsync("A1D1");
        await PersonAsync(ground, "赵示例", PartyStatus.FullMember);
        await PersonAsync(ground, "钱示例", PartyStatus.NonMember);

        var other = await ground.Fill.RunAsync(ground.Committee.Lead, new(task, "现场负责人", Picked.Of("钱示例")), default);
        await ground.Fill.RunAsync(ground.Committee.Lead, new(task, "现场负责人", Picked.Of("赵示例")), default);
        await ground.Fill.RunAsync(ground.Committee.Lead, new(task, "联络员", null), default);

        other.Refusals.Single().Message.ShouldStartWith("钱示例不是党员。");
        (await ground.ViewAsync(task)).Posts.Select(p => (p.Title, p.IsFilled, p.Person)).ShouldBe([("现场负责人", true, "赵示例"), ("联络员", false, "")], ignoreOrder: true);
        (await ground.Task.FindAsync(ground.Head, task, default))!.Posts.Single(p => p.IsFilled).Person.ShouldBe("", "the head of a department sees that it is filled, not by whom");

        await ground.Fill.RunAsync(ground.Committee.Lead, new(task, "现场负责人", null), default);

        (await ground.AllAsync<KeyPost>()).ShouldAllBe(p => p.PersonId == null);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_task_needs_as_many_commands_with_much_as_with_little(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (little, much) = (await ground.TaskAsync(), await ground.TaskAsync(title: "另一项"));
        await ground.AddFigure.RunAsync(ground.Committee.Lead, new(little, new("", "完成", "", "", "1", "")), default);
        for (var i = 1; i <= 12; i++)
        {
            await ground.AddStep.RunAsync(ground.Committee.Lead, new(much, new($"节点{i}", "", "2026-11-01")), default);
            var figure = (await ground.AddFigure.RunAsync(ground.Committee.Lead, new(much, new("", $"指标{i}", "", "", "1", "")), default)).Value;
            await ground.Tell.RunAsync(ground.Committee.Lead, new(much, figure, "2026-06-30", "1"), default);
            await ground.Fill.RunAsync(ground.Committee.Lead, new(much, $"岗位{i}", null), default);
        }

        database!.Commands.Clear();
        await ground.ViewAsync(little);
        var forLittle = database.Commands.Commands.Count;
        database.Commands.Clear();
        (await ground.ViewAsync(much)).Figures.Count.ShouldBe(12);

        database.Commands.Commands.Count.ShouldBe(forLittle);
    }

    public void Dispose() => database?.Dispose();

    private static Task PersonAsync(TaskGround ground, string name, PartyStatus status) => ground.Database.UnitOfWork.WriteAsync<bool>(
        ground.Committee.TenantId,
        async db =>
        {
            var person = Person.New(ground.Committee.TenantId, name, null);
            var isMember = status is PartyStatus.FullMember;
            var detail = PersonDetail.New(person, new PersonFacts(name, Gender.Unknown, null, status, null, null, ground.Committee.Department.Id, false));
            db.AddRange(person, detail);
            if (isMember)
            {
                db.Add(Membership.Begin(detail, ground.Committee.Branch.Id, new DateOnly(2020, 1, 1), MembershipKind.Registered, ""));
            }

            await db.SaveAsync(new Change(null, ground.Clock.UtcNow, "test.planted", nameof(Person), null), default);
            return true;
        },
        default);

    private async Task<TaskGround> StartAsync(DatabaseKind kind) => await TaskGround.StartAsync(database = new TestDatabase(kind), clock);
}
