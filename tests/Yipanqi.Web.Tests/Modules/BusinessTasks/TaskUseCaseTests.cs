using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Lists;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks;

public sealed class TaskUseCaseTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_is_refused_to_those_who_do_not_manage_the_unit(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var values = TaskGround.Plain;

        var elsewhere = await ground.Add.RunAsync(ground.Committee.FirstOfficer, new("", Picked.Of("A2"), values), default);
        var nobody = await ground.Add.RunAsync(ground.Committee.FirstOfficer, new("", null, values), default);
        var reader = await ground.Add.RunAsync(ground.Committee.ActorAt(PostRole.BranchSecretary, ground.Committee.Branch), new("", Picked.Of("A1D1"), values), default);

        elsewhere.Refusals.Single().Message.ShouldBe("您管理的范围里没有编码或名称为“A2”的行政单位。");
        nobody.Refusals.Single().Field.ShouldBe("Lead");
        reader.IsDone.ShouldBeFalse();
        (await ground.AllAsync<BusinessTask>()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_keeps_supporting_units_as_written_and_ties_those_it_knows(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);

        var view = await ground.ViewAsync(await ground.TaskAsync(due: ""));

        (view.Task.LeadName, view.Task.PartnerText, view.Partners.Single().Name).ShouldBe(("甲局", "乙局、没有的局", "乙局"));
        (view.Task.DueDay, view.Task.IsDueDerived, view.Task.StartDay).ShouldBe((new DateOnly(2026, 12, 31), true, new DateOnly(2026, 1, 1)));
        view.Task.Code.ShouldStartWith("ZD2026-");
        view.Changes.Single().Action.ShouldBe("task.added");
    }

    [Fact]
    public async Task Add_points_at_every_field_that_is_wrong()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        await ground.TaskAsync(code: "KT1");

        var outcome = await ground.Add.RunAsync(ground.Committee.Lead, new("KT1", null, new("去年", "", "", "极重要", "", "二月", "2026-13-01", "", "")), default);

        outcome.Refusals.Select(r => r.Field).ShouldBe(["Code", "PlanYear", "Title", "Importance", "StartDay", "DueDay"]);
        outcome.Refusals[0].Message.ShouldBe("编号 KT1 已经用过。请换一个，或空着由平台编。");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Edit_tells_the_second_of_two_who_was_first_and_can_be_taken_back(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.TaskAsync();

        var first = await ground.Edit.RunAsync(ground.Committee.Lead, new(id, 0, TaskGround.Plain with { Title = "改造 40 个", Partners = "" }), default);
        var second = await ground.Edit.RunAsync(ground.Committee.Lead, new(id, 0, TaskGround.Plain with { Title = "后来的" }), default);
        var changed = await ground.ViewAsync(id);
        var undone = await ground.Undo.RunAsync(ground.Committee.Lead, first.Value!.Value, default);

        second.Refusals.Single().Message.ShouldStartWith("没有保存。周明刚改过这项任务。");
        (changed.Task.Title, changed.Partners.Count).ShouldBe(("改造 40 个", 0));
        undone.Refusals.ShouldBeEmpty();
        var now = await ground.ViewAsync(id);
        (now.Task.Title, now.Partners.Single().Name, now.Version).ShouldBe(("改造老旧小区 35 个", "乙局", 2));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Edit_lets_one_of_many_at_once_win(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.TaskAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ground.Edit.RunAsync(ground.Committee.Lead, new(id, 0, TaskGround.Plain with { Title = $"第{i}个" }), default)));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusals[0].Code == "task.raced");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ends_on_a_day_or_with_a_reason_and_is_then_left_as_it_is(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (done, given) = (await ground.TaskAsync(), await ground.TaskAsync(title: "另一项"));

        var tomorrow = await ground.End.RunAsync(ground.Committee.Lead, new(done, 0, TaskState.Done, "2026-10-13", ""), default);
        await ground.End.RunAsync(ground.Committee.Lead, new(done, 0, TaskState.Done, "2026-10-10", ""), default);
        var noReason = await ground.End.RunAsync(ground.Committee.Lead, new(given, 0, TaskState.Cancelled, "", ""), default);
        await ground.End.RunAsync(ground.Committee.Lead, new(given, 0, TaskState.Cancelled, "", "机构改革，任务并入别处"), default);
        var edited = await ground.Edit.RunAsync(ground.Committee.Lead, new(done, 1, TaskGround.Plain), default);
        var step = await ground.AddStep.RunAsync(ground.Committee.Lead, new(done, new("开工", "", "2026-11-01")), default);

        tomorrow.Refusals.Single().Message.ShouldBe("办结日期要在 2026-01-01 到今天之间。");
        noReason.Refusals.Single().Message.ShouldBe("请写明原因。");
        edited.Refusals.Single().Message.ShouldBe("没有保存。这项任务已办结。要更正，请先恢复为推进中。");
        step.IsDone.ShouldBeFalse();
        (await ground.ViewAsync(done)).Task.DoneDay.ShouldBe(new DateOnly(2026, 10, 10));
        (await ground.ViewAsync(given)).CancelReason.ShouldBe("机构改革，任务并入别处");

        await ground.End.RunAsync(ground.Committee.Lead, new(done, 1, TaskState.Active, "", "验收没有通过"), default);

        (await ground.ViewAsync(done)).Task.State.ShouldBe(TaskState.Active);
        (await ground.EntriesAsync("task.reopened")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tasks_are_given_to_a_unit_together_and_taken_back_together(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        Guid[] ids = [await ground.TaskAsync(null), await ground.TaskAsync(null, "第二项"), await ground.TaskAsync("A2", "第三项")];

        var foreign = await ground.Assign.RunAsync(ground.Committee.FirstOfficer, new(ids, Picked.Of("A1")), default);
        var given = await ground.Assign.RunAsync(ground.Committee.Lead, new(ids, Picked.Of("A2")), default);

        foreign.Refusals.Single().ShouldBe(TaskAccess.Absent);
        (given.Value.Changed, given.Value.Unchanged, given.Value.Left).ShouldBe((2, 1, 0));
        (await ground.AllAsync<BusinessTask>()).ShouldAllBe(t => t.LeadUnitId == ground.Committee.SecondOrgan.Id);
        (await ground.AllAsync<TaskPartner>()).ShouldBeEmpty("the leading unit supports nobody but itself");

        (await ground.Undo.RunAsync(ground.Committee.Lead, given.Value.Undo!.Value, default)).Refusals.ShouldBeEmpty();

        (await ground.AllAsync<BusinessTask>()).Count(t => t.LeadUnitId is null).ShouldBe(2);
        (await ground.AllAsync<TaskPartner>()).Count.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Undo_is_refused_once_somebody_changed_the_task_again(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.TaskAsync();
        var edited = await ground.Edit.RunAsync(ground.Committee.Lead, new(id, 0, TaskGround.Plain with { Title = "改造 40 个" }), default);
        await ground.Edit.RunAsync(ground.Committee.Lead, new(id, 1, TaskGround.Plain with { Title = "改造 45 个" }), default);

        var undone = await ground.Undo.RunAsync(ground.Committee.Lead, edited.Value!.Value, default);

        undone.Refusals.Single().Message.ShouldBe("没有撤销。周明后来又改过“改造 45 个”。请打开该任务直接更正。");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_unit_that_leads_tasks_under_way_holds_its_closing_back(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.TaskAsync("A2");
        var matters = new TaskMatters();

        var led = await database!.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => matters.OpenAsync(db, ground.Committee.SecondOrgan.Id, default), default);
        var free = await database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => matters.OpenAsync(db, ground.Committee.FirstOrgan.Id, default), default);

        (led.Single().Count, led.Single().Blocks).ShouldBe((1, true));
        free.ShouldBeEmpty();
    }

    public void Dispose() => database?.Dispose();

    private async Task<TaskGround> StartAsync(DatabaseKind kind) => await TaskGround.StartAsync(database = new TestDatabase(kind), clock);
}
