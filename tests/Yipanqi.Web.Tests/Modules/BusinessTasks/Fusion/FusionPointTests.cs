using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;

public sealed class FusionPointTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_joined_by_whoever_manages_fusion_to_a_task_they_see(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (add, c) = (ground.Add, ground.Committee);

        (await add.RunAsync(c.ActorAt(PostRole.DepartmentHead, c.FirstOrgan), new(ground.TaskId, Picked.Of("P1"), FusionGround.Point()), default)).Refusals.Single().Code.ShouldBe("task.absent");
        (await add.RunAsync(ground.First, new(ground.OtherTaskId, Picked.Of("P1"), FusionGround.Point()), default)).Refusals.Single().Code.ShouldBe("task.absent");
        (await add.RunAsync(ground.First, new(ground.TaskId, Picked.Of("P2"), FusionGround.Point()), default)).Refusals.Single().Field.ShouldBe("Party");
        (await add.RunAsync(ground.Lead with { TenantId = Guid.CreateVersion7() }, new(ground.TaskId, Picked.Of("P1"), FusionGround.Point()), default)).Refusals.Single().Code.ShouldBe("task.absent");
        var done = await add.RunAsync(ground.First, new(ground.TaskId, Picked.Of("P1"), FusionGround.Point()), default);

        var point = (await ground.AllAsync<FusionPoint>()).Single();
        (point.Id, point.State, point.Kind, point.FromDay).ShouldBe((FusionGround.Done(done), FusionState.Live, "vanguard", FusionGround.Today));
        (await ground.AllAsync<JournalEntry>()).ShouldContain(e => e.Action == "fusion.joined" && e.SubjectId == point.Id);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Says_at_each_field_what_is_wrong_and_changes_nothing(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);

        var refused = await ground.Add.RunAsync(ground.Lead, new(ground.TaskId, null, new("nothing", "", new string('长', 501), "", "", Picked.Of("无此人"))), default);

        refused.Refusals.Select(r => r.Field).Order().ShouldBe(["Change", "Kind", "Measure", "Name", "Owner", "Party", "Whom"]);
        (await ground.AllAsync<FusionPoint>()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_changed_by_one_of_two_and_ended_with_a_reason(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.PointAsync();

        FusionGround.Done(await ground.Edit.RunAsync(ground.First, new(id, 0, FusionGround.Point("改过的名称")), default));
        (await ground.Edit.RunAsync(ground.Lead, new(id, 0, FusionGround.Point("又一个")), default)).Refusals.Single().Code.ShouldBe("fusion.raced");
        (await ground.End.RunAsync(ground.First, new(id, 1, "2026-10-13", ""), default)).Refusals.Select(r => r.Field).ShouldBe(["Day", "Reason"]);
        (await ground.End.RunAsync(ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second), new(id, 1, "2026-10-12", "并入"), default)).Refusals.Single().Code.ShouldBe("fusion.absent");
        FusionGround.Done(await ground.End.RunAsync(ground.First, new(id, 1, "2026-10-12", "并入另一个"), default));

        (await ground.Edit.RunAsync(ground.First, new(id, 2, FusionGround.Point()), default)).Refusals.Single().Code.ShouldBe("fusion.ended");
        var point = (await ground.AllAsync<FusionPoint>()).Single();
        (point.Name, point.State, point.EndReason).ShouldBe(("改过的名称", FusionState.Ended, "并入另一个"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_taken_up_again_with_a_reason_while_its_task_is_under_way(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.PointAsync();
        (await ground.Reopen.RunAsync(ground.First, new(id, 0, "没有结束过"), default)).Refusals.Single().Code.ShouldBe("fusion.raced");
        FusionGround.Done(await ground.End.RunAsync(ground.First, new(id, 0, "2026-10-12", "登记错了"), default));

        (await ground.Reopen.RunAsync(ground.Committee.ActorAt(PostRole.PartyCommitteeOfficer, ground.Committee.Second), new(id, 1, "继续"), default)).Refusals.Single().Code.ShouldBe("fusion.absent");
        (await ground.Reopen.RunAsync(ground.First, new(id, 1, ""), default)).Refusals.Single().Field.ShouldBe("Reason");
        FusionGround.Done(await ground.Reopen.RunAsync(ground.First, new(id, 1, "结束登记错了"), default));

        var point = (await ground.AllAsync<FusionPoint>()).Single();
        (point.State, point.EndedDay, point.EndReason, point.Version).ShouldBe((FusionState.Live, null, "", 2));
        var entry = (await ground.AllAsync<JournalEntry>()).Single(e => e.Action == "fusion.reopened");
        (entry.Reason, entry.Detail).ShouldBe(("结束登记错了", "{\"ended\":\"2026-10-12\",\"was\":\"\\u767B\\u8BB0\\u9519\\u4E86\"}"));
        (await ground.BoardAsync(ground.Lead)).Tasks.Single(t => t.Id == ground.TaskId).Points.Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stays_ended_with_a_task_that_ended_and_a_measure_that_was_withdrawn(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var measure = await ground.MeasureAsync("JC1", ground.Committee.First);
        var of = FusionGround.Done(await ground.Add.RunAsync(ground.Lead, new(ground.TaskId, Picked.Of("P1"), FusionGround.Point(), measure), default));
        var other = await ground.PointAsync("另一个");
        foreach (var id in new[] { of, other })
        {
            FusionGround.Done(await ground.End.RunAsync(ground.First, new(id, 0, "2026-10-12", "结束"), default));
        }

        FusionGround.Done(await new WithdrawMeasure(ground.Work, clock).RunAsync(ground.First, new(measure, 0, MeasureState.Withdrawn, "重复"), default));
        (await ground.Reopen.RunAsync(ground.First, new(of, 1, "继续"), default)).Refusals.Single().Code.ShouldBe("fusion.measure");
        FusionGround.Done(await new EndTask(ground.Work, clock).RunAsync(ground.Lead, new(ground.TaskId, 0, TaskState.Done, "2026-10-12", ""), default));

        (await ground.Reopen.RunAsync(ground.First, new(other, 1, "继续"), default)).Refusals.Single().Code.ShouldBe("fusion.task");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_rated_from_above_and_never_by_oneself(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.PointAsync();
        var other = ground.Lead with { PersonId = Guid.CreateVersion7() };

        (await ground.Rate.RunAsync(ground.First with { PersonId = other.PersonId }, new(id, 0, "4", "会签降到 12 天"), default)).Refusals.Single().Code.ShouldBe("fusion.absent");
        (await ground.Rate.RunAsync(ground.Lead, new(id, 0, "4", "会签降到 12 天"), default)).Refusals.Single().Code.ShouldBe("fusion.own");
        (await ground.Rate.RunAsync(other, new(id, 0, "6", ""), default)).Refusals.Select(r => r.Field).ShouldBe(["Rating", "Reason"]);
        FusionGround.Done(await ground.Rate.RunAsync(other, new(id, 0, "4", "会签降到 12 天"), default));

        var point = (await ground.AllAsync<FusionPoint>()).Single();
        (point.Rating, point.RatedBy).ShouldBe((4, other.PersonId));
        (await ground.AllAsync<JournalEntry>()).Single(e => e.Action == "fusion.rated").Detail.ShouldBe("{\"from\":null,\"to\":4}");
    }

    public void Dispose() => database?.Dispose();

    private Task<FusionGround> StartAsync(DatabaseKind kind) => FusionGround.StartAsync(database = new TestDatabase(kind), clock);
}
