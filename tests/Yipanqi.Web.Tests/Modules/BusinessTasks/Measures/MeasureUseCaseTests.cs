using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Shell.Undo;
using Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Measures;

public sealed class MeasureUseCaseTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private FusionGround ground = default!;

    private Committee Committee => ground.Committee;

    private AddMeasure Add => new(ground.Work, ground.People, clock);

    private EditMeasure Edit => new(ground.Work, ground.People, clock);

    private WithdrawMeasure Withdraw => new(ground.Work, clock);

    private AssignMeasures Assign => new(ground.Work, clock);

    private UndoChange Undo => new(ground.Work, [new RestoreMeasures()], clock);

    private Actor Other => Committee.ActorAt(PostRole.PartyCommitteeOfficer, Committee.Second, Committee.SecondOrgan);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_entered_by_whoever_manages_fusion_there(DatabaseKind kind)
    {
        await StartAsync(kind);

        (await Add.RunAsync(Committee.ActorAt(PostRole.DepartmentHead, Committee.FirstOrgan), new("", Told()), default)).Refusals.Single().Code.ShouldBe("measure.absent");
        (await Add.RunAsync(ground.First, new("", Told("P2")), default)).Refusals.Single().Field.ShouldBe("Unit");
        (await Add.RunAsync(ground.First, new("", Told("")), default)).Refusals.Single().Field.ShouldBe("Unit", "only who sees the whole tree leaves it open");
        var id = FusionGround.Done(await Add.RunAsync(ground.First, new("", Told()), default));
        var open = FusionGround.Done(await Add.RunAsync(ground.Lead, new("JC9", Told("")), default));

        var all = (await ground.AllAsync<PartyMeasure>()).ToDictionary(m => m.Id);
        (all[id].UnitId, all[id].State, all[id].Kind, all[id].Code[..3]).ShouldBe((Committee.First.Id, MeasureState.Active, "vanguard", "JC-"));
        all[open].UnitId.ShouldBeNull();
        (await ground.AllAsync<JournalEntry>()).Count(e => e.Action == "measure.added").ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Says_at_each_field_what_is_wrong_and_changes_nothing(DatabaseKind kind)
    {
        await StartAsync(kind);
        await ground.MeasureAsync("JC1", Committee.First);

        var refused = await Add.RunAsync(ground.Lead, new("JC1", new(Picked.Of("无此单位"), "nothing", "", new string('长', 1001), "2026-13-01", "", Picked.Of("无此人"), new string('长', 201))), default);
        var turned = await Add.RunAsync(ground.Lead, new("", Told() with { FromDay = "2026-05-01", ToDay = "2026-04-01" }), default);

        refused.Refusals.Select(r => r.Field).Order().ShouldBe(["Code", "Description", "FromDay", "Kind", "Name", "Owner", "Source", "Unit"]);
        turned.Refusals.Single().Field.ShouldBe("ToDay");
        (await ground.AllAsync<PartyMeasure>()).Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_changed_by_one_of_two_and_put_back(DatabaseKind kind)
    {
        await StartAsync(kind);
        var id = await ground.MeasureAsync("JC1", Committee.First);

        (await Edit.RunAsync(Other, new(id, 0, Told("P2")), default)).Refusals.Single().Code.ShouldBe("measure.absent");
        (await Edit.RunAsync(ground.Lead with { TenantId = Guid.CreateVersion7() }, new(id, 0, Told()), default)).Refusals.Single().Code.ShouldBe("measure.absent");
        var undo = FusionGround.Done(await Edit.RunAsync(ground.First, new(id, 0, Told("P1B1") with { Name = "改过的名称" }), default));
        (await Edit.RunAsync(ground.Lead, new(id, 0, Told()), default)).Refusals.Single().Code.ShouldBe("fusion.raced");
        FusionGround.Done(await Edit.RunAsync(ground.First, new(id, 1, Told("P1B1") with { Name = "改过的名称" }), default)).ShouldBeNull("nothing changed");
        FusionGround.Done(await Undo.RunAsync(ground.First, undo!.Value, default));

        var measure = (await ground.AllAsync<PartyMeasure>()).Single();
        (measure.Name, measure.UnitId, measure.Version).ShouldBe(("加装电梯党员突击队", Committee.First.Id, 2));
        (await ground.AllAsync<JournalEntry>()).Select(e => e.Action).ShouldContain("measure.restored");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_withdrawn_with_a_reason_and_taken_up_again(DatabaseKind kind)
    {
        await StartAsync(kind);
        var id = await ground.MeasureAsync("JC1", Committee.First);

        (await Withdraw.RunAsync(ground.First, new(id, 0, MeasureState.Withdrawn, ""), default)).Refusals.Single().Field.ShouldBe("Reason");
        (await Withdraw.RunAsync(ground.First, new(id, 0, MeasureState.Active, "已经在用"), default)).Refusals.Single().Code.ShouldBe("measure.state");
        FusionGround.Done(await Withdraw.RunAsync(ground.First, new(id, 0, MeasureState.Withdrawn, "登记重复"), default));
        (await Edit.RunAsync(ground.First, new(id, 1, Told()), default)).Refusals.Single().Code.ShouldBe("measure.withdrawn");
        FusionGround.Done(await Withdraw.RunAsync(ground.First, new(id, 1, MeasureState.Active, "还要开展"), default));

        var measure = (await ground.AllAsync<PartyMeasure>()).Single();
        (measure.State, measure.WithdrawnReason).ShouldBe((MeasureState.Active, ""));
        (await ground.AllAsync<JournalEntry>()).Where(e => e.SubjectId == id).Select(e => (e.Action, e.Reason)).ShouldBe([("measure.withdrawn", "登记重复"), ("measure.resumed", "还要开展")], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Makes_a_fusion_point_of_its_own_organisation_and_stays_while_that_runs(DatabaseKind kind)
    {
        await StartAsync(kind);
        var (id, above) = (await ground.MeasureAsync("JC1", Committee.First), await ground.MeasureAsync("JC2", Committee.Second));

        (await ground.Add.RunAsync(ground.First, new(ground.TaskId, Picked.Of("P1"), FusionGround.Point(), above), default)).Refusals.Single().Code.ShouldBe("fusion.measure");
        var other = FusionGround.Done(await ground.Add.RunAsync(ground.Lead, new(ground.TaskId, Picked.Of("P1B1"), FusionGround.Point(), id), default));
        var own = FusionGround.Done(await ground.Add.RunAsync(ground.First, new(ground.TaskId, Picked.Of("P1"), FusionGround.Point(), id), default));

        (await ground.AllAsync<FusionPoint>()).ToDictionary(p => p.Id, p => p.FromMeasureId).ShouldBe(new Dictionary<Guid, Guid?> { [other] = null, [own] = id }, ignoreOrder: true);
        (await Withdraw.RunAsync(ground.First, new(id, 0, MeasureState.Withdrawn, "不做了"), default)).Refusals.Single().Code.ShouldBe("measure.tied");
        (await Edit.RunAsync(ground.First, new(id, 0, Told("P1B1")), default)).Refusals.Single().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("measure.tied"), r => r.Field.ShouldBe("Unit"));
        (await Assign.RunAsync(ground.First, new([id], Picked.Of("P1B1")), default)).Refusals.Single().Code.ShouldBe("measure.tied");
        FusionGround.Done(await ground.End.RunAsync(ground.First, new(own, 0, "2026-10-12", "办完"), default));
        FusionGround.Done(await Withdraw.RunAsync(ground.First, new(id, 0, MeasureState.Withdrawn, "不做了"), default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Several_are_given_to_an_organisation_at_once_and_taken_back(DatabaseKind kind)
    {
        await StartAsync(kind);
        Guid[] ids = [await ground.MeasureAsync("JC1", null), await ground.MeasureAsync("JC2", null), await ground.MeasureAsync("JC3", Committee.First)];

        (await Assign.RunAsync(ground.First, new(ids[..2], Picked.Of("P1")), default)).Refusals.Single().Code.ShouldBe("measure.absent");
        (await Assign.RunAsync(ground.Lead, new([], Picked.Of("P1")), default)).Refusals.Single().Code.ShouldBe("measure.set");
        var done = FusionGround.Done(await Assign.RunAsync(ground.Lead, new(ids, Picked.Of("P1")), default));
        (done.Changed, done.Unchanged).ShouldBe((2, 1));
        (await ground.AllAsync<PartyMeasure>()).ShouldAllBe(m => m.UnitId == Committee.First.Id);
        FusionGround.Done(await Undo.RunAsync(ground.Lead, done.Undo!.Value, default));

        (await ground.AllAsync<PartyMeasure>()).Count(m => m.UnitId is null).ShouldBe(2);
        (await ground.AllAsync<JournalEntry>()).Single(e => e.Action == "measure.assigned").Detail!.ShouldContain("\"count\":2");
    }

    public void Dispose() => database?.Dispose();

    private static MeasureInput Told(string unit = "P1") => new(Picked.Of(unit), "vanguard", "加装电梯党员突击队", "党员包楼门，一周一会签", "2026-01-01", "", null, "");

    private async Task StartAsync(DatabaseKind kind) => ground = await FusionGround.StartAsync(database = new TestDatabase(kind), clock);
}
