using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Forces;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Objectives;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class SettleByRecordsTests
{
    private static readonly DateOnly ThirdQuarter = new(2026, 7, 1);
    private static readonly DateOnly FourthQuarter = new(2026, 10, 1);

    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_elections_in_time_late_and_not_held(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database, DutiesGround.Computed("B-1", DutyRecordKind.Terms), DutiesGround.Computed("C-1", DutyRecordKind.Terms, "机关党委"));
        var (committee, running, late) = (ground.Committee, ground.Committee.Branch, ground.Committee.OtherBranch);
        await ground.SaveAsync(db =>
        {
            var over = CommitteeTerm.Elect(late, 1, new DateOnly(2023, 8, 20), 3, null);
            over.Replace(new DateOnly(2026, 10, 10));
            db.AddRange(CommitteeTerm.Elect(running, 2, new DateOnly(2024, 5, 1), 3, null), over, CommitteeTerm.Elect(late, 2, new DateOnly(2026, 10, 10), 3, null), CommitteeTerm.Elect(committee.First, 1, new DateOnly(2025, 1, 1), 5, null));
            return Task.CompletedTask;
        });

        var settled = (await ground.Records.RunAsync(committee.TenantId, default)).Value;

        settled.ShouldBe(6);
        (await DoneAsync(running, "B-1")).ShouldBe([ThirdQuarter, FourthQuarter]);
        (await DoneAsync(late, "B-1")).ShouldBe([new DateOnly(2026, 10, 10), new DateOnly(2026, 10, 10)]);
        (await DoneAsync(committee.First, "C-1")).ShouldBe([new DateOnly(2026, 10, 10), new DateOnly(2026, 10, 10)]);
        (await DoneAsync(committee.Second, "C-1")).ShouldBe([null, null]);
        var found = (await ground.AllAsync()).First(o => o.UnitId == running.Id);
        (found.State, found.Result, found.DoneBy, found.DecidedBy, found.Version).ShouldBe((ObligationState.Accepted, "由届次登记认定", null, null, 1));

        async Task<List<DateOnly?>> DoneAsync(Unit unit, string code) => [.. (await ground.AllAsync()).Where(o => o.UnitId == unit.Id && o.DutyCode == code).Select(o => o.DoneDay)];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_one_entry_for_a_run_and_none_where_nothing_is_found(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database, DutiesGround.Computed("B-1", DutyRecordKind.Terms));
        var other = await Committee.FoundAsync(database, clock, "other");
        (await ground.Records.RunAsync(ground.Committee.TenantId, default)).Value.ShouldBe(0);
        (await ground.JournalAsync("obligation.computed")).ShouldBeEmpty();
        await ground.SaveAsync(db =>
        {
            db.AddRange(CommitteeTerm.Elect(ground.Committee.Branch, 1, new DateOnly(2025, 1, 1), 3, null), CommitteeTerm.Elect(ground.Committee.OtherBranch, 1, new DateOnly(2025, 1, 1), 3, null));
            return Task.CompletedTask;
        });

        (await ground.Records.RunAsync(other.TenantId, default)).Value.ShouldBe(0);
        (await ground.Records.RunAsync(ground.Committee.TenantId, default)).Value.ShouldBe(4);
        (await ground.Records.RunAsync(ground.Committee.TenantId, default)).Value.ShouldBe(0);

        var entry = (await ground.JournalAsync("obligation.computed")).Single();
        (entry.ActorId, entry.SubjectId).ShouldBe((null, null));
        entry.Detail.ShouldContain("\"count\":4");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_stages_ties_and_results_of_a_unit_and_of_those_below_it(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(
            database, DutiesGround.Computed("B-1", DutyRecordKind.Stages), DutiesGround.Computed("C-1", DutyRecordKind.Stages, "机关党委"), DutiesGround.Computed("B-2", DutyRecordKind.Forces), DutiesGround.Computed("B-3", DutyRecordKind.Objectives));
        var (committee, branch, by) = (ground.Committee, ground.Committee.Branch, ground.Secretary.PersonId);
        var task = BusinessTask.New(committee.TenantId, "T1", new(2026, "任务", "", TaskImportance.Important, "", new(2026, 1, 1), new(2026, 12, 31), false, ""));
        await ground.SaveAsync(db =>
        {
            var point = FusionPoint.Join(task, branch, new("vanguard", "结合点", "变", "群众", "看数", null), by, new(2026, 3, 1));
            var first = StageRecord.Of(task, point, TaskStage.Plan, new(new(2026, 8, 3), "办了", "", "", ""), null, by, clock.UtcNow);
            var force = TaskForce.Found(task, branch, ForceKind.Vanguard, "突击队", new(2026, 3, 1), new(2026, 12, 31));
            force.End(new(2026, 10, 9), "完成");
            db.AddRange(task, point, first, StageRecord.Of(task, null, TaskStage.Deploy, new(new(2026, 10, 5), "业务部署", "", "", ""), null, by, clock.UtcNow), force);
            return Task.CompletedTask;
        });
        Guid party = default, business = default;
        await ground.SaveAsync(db =>
        {
            var (ours, theirs) = (Objective.New(branch, 2026, "党建目标"), Objective.New(committee.Department, 2026, "业务目标"));
            (party, business) = (ours.Id, theirs.Id);
            db.AddRange(ours, theirs);
            return Task.CompletedTask;
        });
        (await ground.Records.RunAsync(committee.TenantId, default)).Value.ShouldBe(4);
        (await new TieObjective(database.UnitOfWork, clock).RunAsync(ground.Lead, new(party, 0, business), default)).Refusals.ShouldBeEmpty();
        (await ground.Records.RunAsync(committee.TenantId, default)).Value.ShouldBe(2);

        (await DoneAsync(branch, "B-1")).ShouldBe([new DateOnly(2026, 8, 3), null]);
        (await DoneAsync(committee.First, "C-1")).ShouldBe([new DateOnly(2026, 8, 3), null]);
        (await DoneAsync(committee.Second, "C-1")).ShouldBe([null, null]);
        (await DoneAsync(branch, "B-2")).ShouldBe([new DateOnly(2026, 10, 9), new DateOnly(2026, 10, 9)]);
        (await DoneAsync(branch, "B-3")).ShouldBe([new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 12)]);
        (await DoneAsync(committee.OtherBranch, "B-3")).ShouldBe([null, null]);

        async Task<List<DateOnly?>> DoneAsync(Unit unit, string code) => [.. (await ground.AllAsync()).Where(o => o.UnitId == unit.Id && o.DutyCode == code).Select(o => o.DoneDay)];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_stages_of_both_sides_once_every_one_that_is_due_has_them(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database, DutiesGround.Computed("B-1", DutyRecordKind.JointStages), DutiesGround.Computed("C-1", DutyRecordKind.JointStages, "机关党委"));
        var (committee, task) = (ground.Committee, NewTask(ground.Committee, "T1"));
        var (one, other) = (Point(task, committee.Branch), Point(task, committee.OtherBranch));
        await PlantAsync(
            ground, task, one, other, Record(task, null, TaskStage.Plan, new(2026, 2, 3)), Record(task, null, TaskStage.Deploy, new(2026, 3, 20)), Record(task, one, TaskStage.Plan, new(2026, 2, 10)), Record(task, other, TaskStage.Plan, new(2026, 2, 11)));
        (await ground.Records.RunAsync(committee.TenantId, default)).Value.ShouldBe(0);
        (await ground.Cascade.CoverageAsync(ground.Lead, CascadeQuery.Span.OfQuarter(ThirdQuarter), new Picked(), default)).Rows.SelectMany(r => r.Cells).Where(c => c.Duties.Count > 0).ShouldAllBe(c => c.Count.Done == 0 && c.Gap == CoverageRow.Gap.NotDone);

        await PlantAsync(ground, Record(task, one, TaskStage.Deploy, new(2026, 8, 5)));
        (await ground.Records.RunAsync(committee.TenantId, default)).Value.ShouldBe(1);
        await PlantAsync(ground, Record(task, other, TaskStage.Deploy, new(2026, 10, 8)));
        (await ground.Records.RunAsync(committee.TenantId, default)).Value.ShouldBe(2);

        (await DoneAsync(ground, committee.Branch)).ShouldBe([new DateOnly(2026, 8, 5), null], "two stages are due by September, four by December");
        (await DoneAsync(ground, committee.OtherBranch)).ShouldBe([new DateOnly(2026, 10, 8), null], "after its day, so late");
        (await DoneAsync(ground, committee.First)).ShouldBe([new DateOnly(2026, 10, 8), null]);
        (await DoneAsync(ground, committee.Second)).ShouldBe([null, null], "it has no fusion points");
        var found = (await ground.AllAsync()).First(o => o.UnitId == committee.Branch.Id);
        (found.State, found.Result, found.DoneBy, found.DecidedBy).ShouldBe((ObligationState.Accepted, "由结合点两边阶段记录认定", null, null));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_for_no_stage_of_what_ended_or_was_cancelled_and_for_those_whose_day_was_set(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database, DutiesGround.Computed("B-1", DutyRecordKind.JointStages));
        var (branch, other) = (ground.Committee.Branch, ground.Committee.OtherBranch);
        var (task, cancelled, set) = (NewTask(ground.Committee, "T1"), NewTask(ground.Committee, "T2"), NewTask(ground.Committee, "T3"));
        cancelled.Cancel("机构调整");
        var (live, ended, stopped, early) = (Point(task, branch), Point(task, branch), Point(cancelled, branch), Point(set, other));
        ended.End(new(2026, 9, 1), "并入另一个");
        await PlantAsync(
            ground,
            [
                task, cancelled, set, live, ended, stopped, early, StagePlan.Of(set, TaskStage.Assess, new(2026, 9, 20)),
                .. new[] { TaskStage.Plan, TaskStage.Deploy }.SelectMany(s => new[] { Record(task, null, s, new(2026, 3, 2)), Record(task, live, s, new(2026, 3, 3)), Record(set, null, s, new(2026, 3, 2)), Record(set, early, s, new(2026, 3, 3)) }),
            ]);

        (await ground.Records.RunAsync(ground.Committee.TenantId, default)).Value.ShouldBe(1);
        await PlantAsync(ground, Record(set, null, TaskStage.Assess, new(2026, 9, 18)), Record(set, early, TaskStage.Assess, new(2026, 9, 19)));
        (await ground.Records.RunAsync(ground.Committee.TenantId, default)).Value.ShouldBe(1);

        (await DoneAsync(ground, branch)).ShouldBe([ThirdQuarter, null]);
        (await DoneAsync(ground, other)).ShouldBe([new DateOnly(2026, 9, 19), null]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_nothing_to_claim_report_or_accept_but_something_to_ask(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database, DutiesGround.Computed("B-1", DutyRecordKind.Terms));
        var open = await ground.OfAsync(ground.Committee.Branch, "2026Q4");

        (await ground.Claim.RunAsync(ground.Secretary, open.Id, default)).Refusals.Single().Code.ShouldBe("obligation.moved");
        (await ground.Complete.RunAsync(ground.Secretary, new(open.Id, 0, "换届了", "", null), default)).Refusals.Single().Code.ShouldBe("obligation.moved");
        (await ground.AcceptAsync(ground.Office, "", [open.Id])).Refusals.Single().Code.ShouldBe("obligation.moved");
        (await ground.Return.RunAsync(ground.Office, new(open.Id, 0, "理由"), default)).Refusals.Single().Code.ShouldBe("obligation.moved");
        (await ground.Ask.RunAsync(ground.Secretary, new(open.Id, RequestKind.Exemption, null, "支部刚成立"), default)).Refusals.ShouldBeEmpty();
        (await ground.Answer.RunAsync(ground.Office, new(open.Id, 1, true, ""), default)).Refusals.ShouldBeEmpty();

        (await ground.OneAsync(open.Id)).State.ShouldBe(ObligationState.Exempt);
        (await ground.Obligations.MineAsync(ground.Secretary, new DateOnly(2026, 12, 31), default)).Lines.Single().ShouldSatisfyAllConditions(l => l.IsComputed.ShouldBeTrue(), l => l.PeriodKey.ShouldBe("2026Q3"));
        (await ground.Cascade.CoverageAsync(ground.Lead, CascadeQuery.Span.OfQuarter(ThirdQuarter), new Picked(), default)).Rows.Single().Cells[2].Gap.ShouldBe(CoverageRow.Gap.NotDone);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_as_many_commands_for_many_units_as_for_few(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database, [.. DutyRecordKind.All.Where(k => k.Counts).Select((k, i) => DutiesGround.Computed($"B-{i}", k))]);
        var few = await CountAsync();
        await ground.SaveAsync(db =>
        {
            foreach (var i in Enumerable.Range(1, 40))
            {
                var unit = Unit.New(ground.Committee.TenantId, $"N{i}", $"新支部{i}", Track.Party, ground.Committee.Second);
                unit.Describe(unit.Name, unit.Name, "党支部", i, "");
                db.Add(unit);
            }

            return Task.CompletedTask;
        });
        await ground.Generate.RunAsync(ground.Officer, 2026, default);

        (await CountAsync()).ShouldBe(few);
        (await ground.AllAsync()).Count.ShouldBe(42 * 2 * DutyRecordKind.All.Count(k => k.Counts));

        async Task<int> CountAsync()
        {
            database.Commands.Clear();
            await ground.Records.RunAsync(ground.Committee.TenantId, default);
            return database.Commands.Commands.Count;
        }
    }

    [Fact]
    public void Has_one_reader_for_each_kind_of_records_and_uses_one_of_them_in_the_lists_that_ship()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        using var browser = Browser.Start(database, clock);

        var sources = (IEnumerable<IDutyRecords>)browser.Services.GetService(typeof(IEnumerable<IDutyRecords>))!;

        sources.Select(s => s.Kind).ShouldBe(DutyRecordKind.All.Where(k => k.Counts), ignoreOrder: true);
        ShippedLists.All.SelectMany(l => l.Facts).Where(f => f.IsComputed).Select(f => f.Code).ShouldContain("ZZ-12");
        ShippedLists.All.SelectMany(l => l.Facts).ShouldAllBe(f => f.ComputedFrom == "" || DutyRecordKind.Find(f.ComputedFrom) != null);
        ShippedLists.All.SelectMany(l => l.Facts).ShouldAllBe(f => !f.IsComputed || f.Level != DutyLevel.Member);
    }

    [Fact]
    public async Task Is_shown_with_the_record_and_with_where_it_is_made_while_there_is_none()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await StartAsync(database, DutiesGround.Computed("B-1", DutyRecordKind.Terms));
        await ground.SaveAsync(db =>
        {
            db.Add(CommitteeTerm.Elect(ground.Committee.Branch, 2, new DateOnly(2024, 5, 1), 3, null));
            return Task.CompletedTask;
        });
        await ground.Records.RunAsync(ground.Committee.TenantId, default);
        using var browser = Browser.Start(database, clock);
        await browser.SignInAsync();

        var found = await browser.GetAsync("/duties/" + (await ground.OfAsync(ground.Committee.Branch, "2026Q4")).Id);
        var open = await browser.GetAsync("/duties/" + (await ground.OfAsync(ground.Committee.OtherBranch, "2026Q3")).Id);

        found.Text.ShouldContain("由届次登记认定，不用人填报和认定");
        (await found.ClickAsync("第 2 届，2024-05-01 选举，任期到 2027-05-01")).Path.ShouldBe($"/units/{ground.Committee.Branch.Id}/terms");
        open.Text.ShouldContain("由届次登记计算，不用填报");
        open.Text.ShouldContain("还没有这样的记录");
        open.Text.ShouldContain("逾期");
        (await browser.GetAsync("/duties?show=all")).Text.ShouldContain("由记录认定");
    }

    private static BusinessTask NewTask(Committee committee, string code) =>
        BusinessTask.New(committee.TenantId, code, new(2026, "任务" + code, "", TaskImportance.Important, "", new(2026, 1, 1), new(2026, 12, 31), false, ""));

    private static FusionPoint Point(BusinessTask task, Unit branch) => FusionPoint.Join(task, branch, new("vanguard", "结合点", "变", "群众", "看数", null), Guid.NewGuid(), new(2026, 1, 10));

    private StageRecord Record(BusinessTask task, FusionPoint? point, TaskStage stage, DateOnly day) => StageRecord.Of(task, point, stage, new(day, "办了", "", "", ""), null, Guid.NewGuid(), clock.UtcNow);

    private static Task PlantAsync(DutiesGround ground, params object[] rows) => ground.SaveAsync(db =>
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    });

    private static async Task<List<DateOnly?>> DoneAsync(DutiesGround ground, Unit unit) => [.. (await ground.AllAsync()).Where(o => o.UnitId == unit.Id).Select(o => o.DoneDay)];

    private async Task<DutiesGround> StartAsync(TestDatabase database, params Dictionary<string, string>[] duties)
    {
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", duties);
        (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Refusals.ShouldBeEmpty();
        return ground;
    }
}
