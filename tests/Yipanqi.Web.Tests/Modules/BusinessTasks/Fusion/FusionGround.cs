using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Chessboard;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;

/// <summary>The small committee with a task led by 甲局 and one led by 乙局, and the use cases of fusion on it. Today is 12 October 2026.</summary>
public sealed class FusionGround(TestDatabase database, TestClock clock, Committee committee)
{
    public static readonly DateOnly Today = new(2026, 10, 12);

    public Committee Committee => committee;

    public TestDatabase Database => database;

    public UnitOfWork Work => database.UnitOfWork;

    public Actor Lead => committee.Lead;

    /// <summary>Runs 甲局's Party committee: manages its fusion points, does not stand above them.</summary>
    public Actor First => committee.FirstOfficer;

    public PeopleScope People => new([new PostPlaces(), new MemberPlaces()], clock);

    public AddFusionPoint Add => new(Work, People, clock);

    public EditFusionPoint Edit => new(Work, People, clock);

    public EndFusionPoint End => new(Work, clock);

    public ReopenFusionPoint Reopen => new(Work, clock);

    public RateFusionPoint Rate => new(Work, clock);

    public RecordStage Record => new(Work, clock);

    public SetStageDays SetDays => new(Work, clock);

    public ChessboardQuery Board => new(Work, clock);

    public TaskFusionQuery Tasks => new(Work, clock);

    public Guid TaskId { get; private set; }

    public Guid OtherTaskId { get; private set; }

    public static FusionInput Point(string name = "加装电梯党员突击队", string kind = "vanguard") => new(kind, name, "会签平均 24 天，降到 10 天", "楼门住户", "会签天数", null);

    public static async Task<FusionGround> StartAsync(TestDatabase database, TestClock clock)
    {
        var ground = new FusionGround(database, clock, await Committee.FoundAsync(database, clock));
        (ground.TaskId, ground.OtherTaskId) = (await ground.TaskAsync("ZD1", "加装电梯 120 台", ground.Committee.FirstOrgan), await ground.TaskAsync("ZD2", "水质达标", ground.Committee.SecondOrgan));
        return ground;
    }

    public async Task<Guid> TaskAsync(string code, string title, Unit? lead, TaskImportance importance = TaskImportance.Important)
    {
        var task = BusinessTask.New(Committee.TenantId, code, new TaskFacts(2026, title, "", importance, "", new(2026, 1, 1), new(2026, 12, 31), false, ""));
        task.Assign(lead);
        return await SaveAsync(task.Id, task);
    }

    /// <summary>A fusion point of 甲局's Party committee with the task, joined by the lead of the work committee.</summary>
    public async Task<Guid> PointAsync(string name = "加装电梯党员突击队", Actor? by = null) =>
        Done(await Add.RunAsync(by ?? Lead, new(TaskId, Picked.Of("P1"), Point(name)), default));

    /// <summary>A Party measure of this organisation, running since the first of the year; of none where it waits to be assigned.</summary>
    public async Task<Guid> MeasureAsync(string code, Unit? unit, string name = "加装电梯党员突击队", string description = "党员包楼门，一周一会签", DateOnly? to = null)
    {
        var measure = PartyMeasure.New(Committee.TenantId, code, new MeasureFacts("vanguard", name, description, new(2026, 1, 1), to, null, ""));
        measure.Assign(unit);
        return await SaveAsync(measure.Id, measure);
    }

    public Task<Outcome<Guid>> StageAsync(Actor actor, Guid? point, TaskStage stage, string day, int number = 0, string outOfOrder = "", string correction = "") =>
        Record.RunAsync(actor, new(TaskId, point, stage, number, day, "开会研究", "", outOfOrder, correction), default);

    public Task<ChessboardView> BoardAsync(Actor actor, Func<string, string?>? value = null) => Board.FindAsync(actor, ChessboardFilter.From(value ?? (_ => null), Today), default);

    public Task<List<T>> AllAsync<T>() where T : class => Work.ReadAsync(Committee.TenantId, db => db.Set<T>().ToListAsync(), default);

    public async Task<T> SaveAsync<T>(T answer, params object[] rows)
    {
        await Work.WriteAsync<bool>(
            Committee.TenantId,
            async db =>
            {
                db.AddRange(rows);
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.planted", "Test", null), default);
                return true;
            },
            default);
        return answer;
    }

    public static T Done<T>(Outcome<T> outcome)
    {
        outcome.Refusals.ShouldBeEmpty();
        return outcome.Value;
    }
}
