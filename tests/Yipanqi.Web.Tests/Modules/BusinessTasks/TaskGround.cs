using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Lists;
using Yipanqi.Web.Modules.BusinessTasks.Milestones;
using Yipanqi.Web.Modules.BusinessTasks.Posts;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Shell.Undo;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks;

/// <summary>The small committee with the use cases of key tasks on it.</summary>
public sealed class TaskGround(TestDatabase database, TestClock clock, Committee committee)
{
    public static readonly TaskValues Plain = new("2026", "改造老旧小区 35 个", "", "Important", "政府工作报告任务分解", "", "2026-11-30", "", "乙局、没有的局");

    public Committee Committee => committee;

    public TestDatabase Database => database;

    public TestClock Clock => clock;

    public AddTask Add => new(database.UnitOfWork, clock);

    public EditTask Edit => new(database.UnitOfWork, clock);

    public EndTask End => new(database.UnitOfWork, clock);

    public AssignLead Assign => new(database.UnitOfWork, clock);

    public AddMilestone AddStep => new(database.UnitOfWork, clock);

    public EditMilestone EditStep => new(database.UnitOfWork, clock);

    public MeetMilestone Meet => new(database.UnitOfWork, clock);

    public AddFigure AddFigure => new(database.UnitOfWork, clock);

    public TellValue Tell => new(database.UnitOfWork, clock);

    public TasksQuery Tasks => new(database.UnitOfWork, clock);

    public TaskQuery Task => new(database.UnitOfWork, People, clock);

    public FillPost Fill => new(database.UnitOfWork, People, clock);

    public UndoChange Undo => new(database.UnitOfWork, [new RestoreTasks()], clock);

    /// <summary>A head of 甲局一处: manages its own tasks and nothing else.</summary>
    public Actor Head => committee.ActorAt(PostRole.DepartmentHead, committee.Department);

    private PeopleScope People => new([new PostPlaces(), new MemberPlaces()], clock);

    public static async Task<TaskGround> StartAsync(TestDatabase database, TestClock clock) => new(database, clock, await Committee.FoundAsync(database, clock));

    public async Task<Guid> TaskAsync(string? lead = "A1", string title = "改造老旧小区 35 个", string due = "2026-11-30", string code = "", string importance = "Important", string year = "2026") =>
        (await Add.RunAsync(committee.Lead, new(code, lead is null ? null : Picked.Of(lead), Plain with { Title = title, DueDay = due, Importance = importance, PlanYear = year }), default)).Value;

    public async Task<TaskView> ViewAsync(Guid id) => (await Task.FindAsync(committee.Lead, id, default))!;

    public Task<List<T>> AllAsync<T>() where T : class => database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<T>().ToListAsync(), default);

    public Task<int> EntriesAsync(string action) =>
        database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().CountAsync(e => e.Action == action), default);

    public Task<TasksQuery.Listed> ListedAsync(Actor actor) => Tasks.ListAsync(actor, TaskFilter.From(_ => null), 1, default);

    public async Task<IReadOnlyList<string>> CodesAsync(Actor actor, TaskFilter filter) => [.. (await Tasks.PageAsync(actor, filter, 1, default)).Rows.Select(t => t.Code)];
}
