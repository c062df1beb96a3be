using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;

public sealed class RecordStageTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Takes_each_side_from_its_own_people(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (point, c) = (await ground.PointAsync(), ground.Committee);
        var head = c.ActorAt(PostRole.DepartmentHead, c.FirstOrgan);

        (await ground.StageAsync(c.ActorAt(PostRole.BranchSecretary, c.First), null, TaskStage.Plan, "2026-02-01")).Refusals.Single().Code.ShouldBe("task.absent");
        (await ground.StageAsync(head, point, TaskStage.Plan, "2026-02-01")).Refusals.Single().Code.ShouldBe("fusion.absent");
        FusionGround.Done(await ground.StageAsync(head, null, TaskStage.Plan, "2026-02-11"));
        FusionGround.Done(await ground.StageAsync(c.ActorAt(PostRole.BranchSecretary, c.First), point, TaskStage.Plan, "2026-02-20"));

        var cell = (await ground.BoardAsync(ground.First)).Tasks.Single().Cells[0]!.Value;
        (cell.State, cell.LagDays, cell.BusinessDay, cell.PartyDay).ShouldBe((StageState.Joined, 9, new DateOnly(2026, 2, 11), new DateOnly(2026, 2, 20)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_for_a_reason_out_of_order_and_takes_no_day_to_come(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);

        (await ground.StageAsync(ground.Lead, null, TaskStage.Plan, "2026-10-13")).Refusals.Single().Field.ShouldBe("Day");
        (await ground.StageAsync(ground.Lead, null, TaskStage.Deploy, "2026-03-01")).Refusals.Single().Field.ShouldBe("OutOfOrderReason");
        FusionGround.Done(await ground.StageAsync(ground.Lead, null, TaskStage.Deploy, "2026-03-01", outOfOrder: "上级直接部署"));
        FusionGround.Done(await ground.StageAsync(ground.Lead, null, TaskStage.Plan, "2026-02-01", outOfOrder: "多写的"));

        var records = await ground.AllAsync<StageRecord>();
        records.Single(r => r.Stage == TaskStage.Deploy).OutOfOrderReason.ShouldBe("上级直接部署");
        records.Single(r => r.Stage == TaskStage.Plan).OutOfOrderReason.ShouldBe("", "it is in order, so nothing is to be excused");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Corrects_by_a_further_record_and_keeps_the_one_before(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        FusionGround.Done(await ground.StageAsync(ground.Lead, null, TaskStage.Plan, "2026-02-11"));

        (await ground.StageAsync(ground.Lead, null, TaskStage.Plan, "2026-02-12")).Refusals.Single().Code.ShouldBe("fusion.raced", "someone recorded it meanwhile");
        (await ground.StageAsync(ground.Lead, null, TaskStage.Plan, "2026-02-12", number: 1)).Refusals.Single().Field.ShouldBe("CorrectionReason");
        FusionGround.Done(await ground.StageAsync(ground.Lead, null, TaskStage.Plan, "2026-02-12", number: 1, correction: "日期抄错"));

        var records = (await ground.AllAsync<StageRecord>()).OrderBy(r => r.Number).ToList();
        records.Select(r => (r.Number, r.Day.Day, r.ReplacedUtc is null)).ShouldBe([(1, 11, false), (2, 12, true)]);
        (await ground.AllAsync<JournalEntry>()).Single(e => e.Action == "stage.corrected").Reason.ShouldBe("日期抄错");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sets_and_unsets_days_and_with_them_the_fifth_stage(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);

        (await ground.SetDays.RunAsync(ground.Lead, new(ground.TaskId, "", ["2026-03-01", "2026-02-01", "", "", "坏"]), default)).Refusals.Select(r => r.Field).Order().ShouldBe(["Day2", "Day5"]);
        FusionGround.Done(await ground.SetDays.RunAsync(ground.Lead, new(ground.TaskId, "", ["2026-03-01", "", "", "", "2026-12-20"]), default));
        (await ground.SetDays.RunAsync(ground.Lead, new(ground.TaskId, "", ["2026-03-05", "", "", "", ""]), default)).Refusals.Single().Code.ShouldBe("fusion.raced");
        var used = (await ground.BoardAsync(ground.First)).HasAssess;
        FusionGround.Done(await ground.SetDays.RunAsync(ground.Lead, new(ground.TaskId, "1:2026-03-01 5:2026-12-20", ["2026-03-05", "", "", "", ""]), default));

        used.ShouldBeTrue();
        (await ground.BoardAsync(ground.First)).HasAssess.ShouldBeFalse();
        (await ground.AllAsync<StagePlan>()).Single().DueDay.ShouldBe(new DateOnly(2026, 3, 5));
    }

    public void Dispose() => database?.Dispose();

    private Task<FusionGround> StartAsync(DatabaseKind kind) => FusionGround.StartAsync(database = new TestDatabase(kind), clock);
}
