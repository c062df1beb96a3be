using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Forces;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Objectives;
using Yipanqi.Web.Modules.BusinessTasks.Posts;
using Yipanqi.Web.Modules.BusinessTasks.Sources;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Tests.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks;

/// <summary>The third quarter of 2026, looked at on its last day.</summary>
public sealed class TaskSourcesTests : IDisposable
{
    private static readonly SourcePeriod Period = new(Q3, new DateOnly(2026, 9, 30));

    private AssessmentGround? ground;

    private Committee Committee => ground!.Committee;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Milestones_due_in_the_quarter_count_by_importance_and_a_task_without_any_by_its_own_deadline(DatabaseKind kind)
    {
        await StartAsync(kind);
        await KeepAsync(db =>
        {
            var critical = Task("T1", Committee.Department, TaskImportance.Critical, due: "2026-12-31");
            db.AddRange(critical, Step(critical, 1, "2026-08-01", "2026-07-30"), Step(critical, 2, "2026-09-01", "2026-09-05"), Step(critical, 3, "2026-10-15", null), Step(critical, 4, "2026-06-30", null));
            db.AddRange(Task("T2", Committee.Department, TaskImportance.Normal, due: "2026-09-20", done: "2026-06-01"), Task("T3", Committee.Department, TaskImportance.Important, due: "2026-09-30"));
            var cancelled = Task("T4", Committee.Department, TaskImportance.Critical, due: "2026-09-01");
            cancelled.Cancel("不再办。");
            db.Add(cancelled);
        });

        var onTime = (await FiguresAsync(new TaskSource())).Single(f => f.ItemCode == "E1.1");
        var slip = (await FiguresAsync(new TaskSource())).Single(f => f.ItemCode == "E1.2");

        (onTime.UnitId, onTime.Numerator, onTime.Denominator, onTime.SquaredWeights).ShouldBe((Committee.Department.Id, 3 + 1, 3 + 3 + 1 + 2, 9 + 9 + 1 + 4));
        slip.Denominator.ShouldBe(3);
        slip.Numerator.ShouldBe(92.0 / 180, 1e-12);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Figures_due_count_by_their_last_value_and_none_told_counts_zero(DatabaseKind kind)
    {
        await StartAsync(kind);
        await KeepAsync(db =>
        {
            var task = Task("T1", Committee.Department, TaskImportance.Normal, due: "2026-12-31");
            var (more, less, silent, later) = (
                KeyFigure.New(task, "K1", new("产值", "亿元", FigureDirection.Benefit, 100, new(2026, 9, 30))),
                KeyFigure.New(task, "K2", new("失业率", "%", FigureDirection.Cost, 4, new(2026, 9, 30))),
                KeyFigure.New(task, "K3", new("户数", "户", FigureDirection.Benefit, 10, new(2026, 8, 31))),
                KeyFigure.New(task, "K4", new("年产值", "亿元", FigureDirection.Benefit, 400, new(2026, 12, 31))));
            db.AddRange(task, more, less, silent, later);
            db.AddRange(
                KeyFigureValue.New(more, new(2026, 8, 31), 60, "统计", ground!.Clock.UtcNow), KeyFigureValue.New(more, new(2026, 9, 30), 70, "统计", ground.Clock.UtcNow),
                KeyFigureValue.New(more, new(2026, 9, 30), 80, "统计", ground.Clock.UtcNow.AddHours(1)), KeyFigureValue.New(more, new(2026, 10, 1), 500, "统计", ground.Clock.UtcNow),
                KeyFigureValue.New(less, new(2026, 9, 30), 5, "人社", ground.Clock.UtcNow));
        });

        var attained = (await FiguresAsync(new TaskSource())).Single(f => f.ItemCode == "E1.3");

        (attained.Numerator, attained.Denominator).ShouldBe((0.8 + 0.8 + 0, 3));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Gain_compares_linked_and_unlinked_tasks_and_posts_go_to_the_party_organisation_of_the_lead(DatabaseKind kind)
    {
        await StartAsync(kind);
        await KeepAsync(db =>
        {
            var (linked, unlinked) = (Task("T1", Committee.Department, TaskImportance.Normal, due: "2026-09-01", done: "2026-08-30"), Task("T2", Committee.FirstOrgan, TaskImportance.Normal, due: "2026-09-01"));
            db.AddRange(linked, unlinked, Point(linked, Committee.Branch), KeyPost.New(linked, "总协调", Committee.LeadPersonId), KeyPost.New(unlinked, "总协调", null));
        });

        var figures = await FiguresAsync(new TaskSource());

        var gain = figures.Where(f => f.ItemCode == "E3.1").ToDictionary(f => f.UnitId);
        (gain[Committee.Department.Id].Met, gain[Committee.Department.Id].Due).ShouldSatisfyAllConditions(g => g.Met.ShouldBe([1, 0]), g => g.Due.ShouldBe([1, 0]));
        (gain[Committee.FirstOrgan.Id].Met, gain[Committee.FirstOrgan.Id].Due).ShouldSatisfyAllConditions(g => g.Met.ShouldBe([0, 0]), g => g.Due.ShouldBe([0, 1]));
        figures.Where(f => f.ItemCode == "C3.1").Select(f => (f.UnitId, f.Numerator, f.Denominator)).ShouldBe([(Committee.Branch.Id, 1, 1), (Committee.First.Id, 0, 1)], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stages_count_as_the_chessboard_shows_them_and_ratings_for_the_measure_they_rate(DatabaseKind kind)
    {
        await StartAsync(kind);
        await KeepAsync(db =>
        {
            var (near, far, alone) = (Task("T1", Committee.Department, TaskImportance.Critical, due: "2026-12-31"), Task("T2", Committee.Department, TaskImportance.Normal, due: "2026-12-31"), Task("T3", Committee.Department, TaskImportance.Important, due: "2026-12-31"));
            var (one, two) = (Point(near, Committee.Branch), Point(far, Committee.OtherBranch));
            one.Rate(4, "扎实", Committee.LeadPersonId, new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc));
            two.Rate(2, "一般", Committee.LeadPersonId, new DateTime(2026, 10, 2, 0, 0, 0, DateTimeKind.Utc));
            db.AddRange(near, far, alone, one, two);
            db.AddRange(Stage(near, null, TaskStage.Plan, "2026-07-01"), Stage(near, one, TaskStage.Plan, "2026-07-11"), Stage(far, null, TaskStage.Plan, "2026-04-01"), Stage(far, two, TaskStage.Plan, "2026-06-10"), Stage(far, null, TaskStage.Deploy, "2026-08-31"));
        });

        var figures = (await FiguresAsync(new FusionSource())).ToDictionary(f => (f.UnitId, f.ItemCode));
        var branch = Committee.Branch.Id;

        (figures[(branch, "A2.1")].Numerator, figures[(branch, "A2.1")].Denominator).ShouldBe((3 + 1, 3 + 1 + 2));
        (figures[(branch, "A2.2")].Numerator, figures[(branch, "A2.2")].Denominator).ShouldBe((1, 2));
        figures[(branch, "A2.3")].Numerator.ShouldBe(0);
        figures[(branch, "A2.4")].Records.Order().ShouldBe([10, 30]);
        figures[(branch, "A3.2")].Ratings.ShouldBe([0, 0, 0, 1, 0]);
        figures.Keys.ShouldNotContain((Committee.OtherBranch.Id, "A3.2"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Objectives_goals_pledges_and_groups_away_count_where_they_fell_due(DatabaseKind kind)
    {
        await StartAsync(kind);
        await KeepAsync(db =>
        {
            var (business, tied, loose) = (Objective.New(Committee.FirstOrgan, 2026, "业务"), Objective.New(Committee.First, 2026, "党建一"), Objective.New(Committee.First, 2026, "党建二"));
            tied.Tie(business);
            var task = Task("T1", Committee.Department, TaskImportance.Normal, due: "2026-12-31");
            var force = TaskForce.Found(task, Committee.Branch, ForceKind.Vanguard, "突击队", new(2026, 7, 1), new(2026, 12, 31));
            force.GoAway("外地", new(2026, 7, 10), new(2026, 9, 30));
            var (met, late) = (ForceGoal.Set(force, "一", new(2026, 8, 1)), ForceGoal.Set(force, "二", new(2026, 9, 1)));
            met.Meet(new(2026, 8, 1), "完成");
            late.Meet(new(2026, 9, 2), "完成");
            var people = Enumerable.Range(1, 3).Select(i => Person.New(Committee.TenantId, $"党员{i}", null)).ToList();
            var (kept, open) = (Pledge.Make(people[0], Committee.Branch, null, "践诺", new(2026, 7, 1), new(2026, 9, 1)), Pledge.Make(people[1], Committee.Branch, null, "践诺", new(2026, 7, 1), new(2026, 9, 1)));
            kept.Fulfil(new(2026, 9, 1), "做到了");
            kept.Confirm("属实", Committee.LeadPersonId, ground!.Clock.UtcNow);
            open.Fulfil(new(2026, 9, 1), "做到了");
            db.AddRange(business, tied, loose, task, force, met, late, kept, open);
            db.AddRange(people);
            db.AddRange(people.Select(p => ForceMember.Join(force, p.Id, new(2026, 7, 1), false)));

            // Of the other group one belongs to no branch: two Party members found none.
            var other = TaskForce.Found(task, Committee.OtherBranch, ForceKind.Vanguard, "另一支", new(2026, 7, 1), new(2026, 12, 31));
            other.GoAway("外地", new(2026, 7, 10), new(2026, 9, 30));
            var guest = Person.New(Committee.TenantId, "借调", null);
            db.AddRange(other, guest);
            db.AddRange(people.Take(2).Append(guest).Select(p => ForceMember.Join(other, p.Id, new(2026, 7, 1), false)));
            foreach (var person in people)
            {
                var detail = PersonDetail.New(person, new PersonFacts(person.Name, Gender.Unknown, null, PartyStatus.FullMember, null, null, null, false));
                db.AddRange(detail, Membership.Begin(detail, Committee.Branch.Id, new(2026, 7, 1), MembershipKind.Registered, ""));
            }
        });

        var figures = (await FiguresAsync(new ForceSource())).Concat(await FiguresAsync(new ObjectiveSource())).ToDictionary(f => f.ItemCode, f => (f.UnitId, f.Numerator, f.Denominator));

        figures["A3.1"].ShouldBe((Committee.First.Id, 1, 2));
        figures["C3.2"].ShouldBe((Committee.Branch.Id, 1, 2));
        figures["C3.3"].ShouldBe((Committee.Branch.Id, 1, 2));
        figures["A3.3"].ShouldBe((Committee.Branch.Id, 0, 1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Records_are_those_of_the_figure_within_what_the_reader_may_see(DatabaseKind kind)
    {
        await StartAsync(kind);
        await KeepAsync(db => db.AddRange(Task("T1", Committee.Department, TaskImportance.Normal, due: "2026-09-01"), Task("T2", Committee.SecondOrgan, TaskImportance.Normal, due: "2026-09-01")));
        Guid[] units = [Committee.Department.Id, Committee.SecondOrgan.Id];

        var own = await RecordsAsync(Committee.FirstOfficer, units);
        var all = await RecordsAsync(Committee.Lead, units);

        own.Select(r => r.Title).ShouldBe(["T1 任务T1"]);
        all.Count.ShouldBe(2);
        all.ShouldAllBe(r => r.IsMet == false && r.Note == "到期未完成");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Records_of_some_units_read_the_tasks_of_those_units_alone_by_the_same_commands(DatabaseKind kind)
    {
        await StartAsync(kind);
        await KeepAsync(db => db.AddRange(Enumerable.Range(0, 60).Select(i => Task($"X{i:00}", Committee.SecondOrgan, TaskImportance.Normal, due: "2026-09-01"))));
        await KeepAsync(db =>
        {
            var task = Task("T1", Committee.Department, TaskImportance.Normal, due: "2026-09-01");
            db.AddRange(task, Point(task, Committee.Branch), Pledge.Make(db.Set<Person>().First(), Committee.Branch, null, "承诺", new(2026, 7, 1), new(2026, 9, 1)));
        });
        (IObservationSource Source, string Item, Guid Unit)[] asked =
        [
            (new TaskSource(), "E1.1", Committee.Department.Id), (new TaskSource(), "E3.1", Committee.Department.Id), (new TaskSource(), "C3.1", Committee.Branch.Id),
            (new FusionSource(), "A2.1", Committee.Branch.Id), (new ForceSource(), "C3.3", Committee.Branch.Id),
        ];
        foreach (var (source, item, unit) in asked)
        {
            ground!.Database.Commands.Clear();
            var own = await RecordsAsync(source, Committee.Lead, item, [unit]);
            var (commands, few) = (ground.Database.Commands.Commands.ToList(), ground.Database.Commands.Commands.Count);
            ground.Database.Commands.Clear();
            await RecordsAsync(source, Committee.Lead, item, [unit, Committee.SecondOrgan.Id, Committee.Second.Id, Committee.First.Id]);

            own.Count.ShouldBe(1, item);
            commands.Where(c => c.Contains("business_task", StringComparison.Ordinal)).ShouldAllBe(c => c.Contains("ANY", StringComparison.Ordinal) || c.Contains("json_each", StringComparison.Ordinal));
            ground.Database.Commands.Commands.Count.ShouldBe(few, item);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Figures_of_tasks_reach_the_card_of_the_organ_without_anyone_typing(DatabaseKind kind)
    {
        await StartAsync(kind);
        await ground!.AssessAsync(Committee.First);
        var scheme = await ground.PublishSchemeAsync(DefaultScheme.Definition);
        await KeepAsync(db => db.AddRange(Task("T1", Committee.Department, TaskImportance.Critical, due: "2026-09-01", done: "2026-08-30"), Task("T2", Committee.FirstOrgan, TaskImportance.Normal, due: "2026-09-01")));
        var gather = new GatherFigures(ground.Database.UnitOfWork, new SourcedItems([new TaskSource(), new FusionSource()]), ground.Clock, ground.Database.Bulk);
        (await gather.RunAsync(Committee.TenantId, Q3, "重点任务", default)).Refusals.ShouldBeEmpty();

        await ground.RunAndPublishAsync(Q3, scheme);
        var trace = await new ObservationTraceQuery(ground.Database.UnitOfWork, ground.Store, new([new TaskSource()])).FindAsync(ground.Lead, Committee.First.Id, "E1.1", Q3, false, default);

        (trace!.Item.Numerator, trace.Item.Denominator, trace.Item.Value).ShouldBe((3, 4, 0.75));
        trace.Records.Select(r => r.Record.Title).ShouldBe(["T1 任务T1", "T2 任务T2"]);
    }

    public void Dispose() => ground?.Dispose();

    private async Task StartAsync(DatabaseKind kind) => ground = await FoundAsync(kind);

    private Task KeepAsync(Action<YipanqiDb> add) => ground!.ChangeAsync(db =>
    {
        add(db);
        return System.Threading.Tasks.Task.CompletedTask;
    });

    private Task<IReadOnlyList<SourcedFigure>> FiguresAsync(IObservationSource source) =>
        ground!.Database.UnitOfWork.ReadAsync(Committee.TenantId, db => source.FiguresAsync(db, Period, default), default);

    private Task<IReadOnlyList<SourceRecord>> RecordsAsync(Actor actor, Guid[] units) => RecordsAsync(new TaskSource(), actor, "E1.1", units);

    private Task<IReadOnlyList<SourceRecord>> RecordsAsync(IObservationSource source, Actor actor, string item, Guid[] units) =>
        ground!.Database.UnitOfWork.ReadAsync(Committee.TenantId, db => source.RecordsAsync(db, actor, Period, item, units, 10, default), default);

    private BusinessTask Task(string code, Unit lead, TaskImportance importance, string due, string? done = null)
    {
        var task = BusinessTask.New(Committee.TenantId, code, new(2026, "任务" + code, "", importance, "", new(2026, 1, 1), DateOnly.Parse(due), false, ""));
        task.Assign(lead);
        if (done is not null)
        {
            task.Complete(DateOnly.Parse(done));
        }

        return task;
    }

    private static Milestone Step(BusinessTask task, int number, string due, string? done)
    {
        var step = Milestone.New(task, number, $"节点{number}", null, DateOnly.Parse(due));
        step.Meet(done is null ? null : DateOnly.Parse(done));
        return step;
    }

    private FusionPoint Point(BusinessTask task, Unit party) => FusionPoint.Join(task, party, new("vanguard", "结合点", "变", "群众", "看数", null), Committee.LeadPersonId, new(2026, 3, 1));

    private StageRecord Stage(BusinessTask task, FusionPoint? point, TaskStage stage, string day) =>
        StageRecord.Of(task, point, stage, new(DateOnly.Parse(day), "办了", "", "", ""), null, Committee.LeadPersonId, ground!.Clock.UtcNow);
}
