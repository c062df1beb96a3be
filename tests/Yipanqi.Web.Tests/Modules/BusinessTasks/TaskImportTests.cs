using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Import;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Lists;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks;

public sealed class TaskImportTests : IDisposable
{
    private static readonly (string, string)[] Year = [("default_year", "2026")];
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reads_the_published_plans_as_they_are_and_changes_nothing_the_second_time(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "key_tasks.csv"));
        var draft = (await journey.UploadAsync(ground.Committee.Lead, file, Year)).Value;

        var first = await journey.PreviewAsync(ground.Committee.Lead, draft);
        (await journey.CommitAsync(ground.Committee.Lead, draft)).Refusals.ShouldBeEmpty();

        (first.Faulty, first.Count(RowChange.Added)).ShouldBe((0, 103));
        var tasks = await ground.AllAsync<BusinessTask>();
        tasks.ShouldAllBe(t => t.IsDueDerived && t.DueDay == new DateOnly(t.PlanYear, 12, 31) && t.LeadUnitId == null);
        (await ground.ListedAsync(ground.Committee.Lead)).Unclaimed.ShouldBe(103);
        var unemployment = tasks.Single(t => t.Code == "KT099");
        (unemployment.PlanYear, unemployment.LeadText, unemployment.SourceDocument).ShouldBe((2023, "区人社局", "政府工作报告任务分解"));
        var figures = await ground.AllAsync<KeyFigure>();
        figures.Single(f => f.TaskId == unemployment.Id).Facts.ShouldBe(new FigureFacts("城镇登记失业率控制在4.5%以内", "%", FigureDirection.Cost, 4.5, new DateOnly(2023, 12, 31)));
        tasks.Single(t => t.Code == "KT073").Note.ShouldBe("已搬迁20612人，完成率137%");

        var again = (await journey.UploadAsync(ground.Committee.Lead, file, Year)).Value;
        (await journey.PreviewAsync(ground.Committee.Lead, again)).Count(RowChange.Unchanged).ShouldBe(103);
        (await journey.CommitAsync(ground.Committee.Lead, again)).Refusals.ShouldBeEmpty();

        (await ground.AllAsync<BusinessTask>()).ShouldAllBe(t => t.Version == 0);
        (await ground.AllAsync<KeyFigure>()).Count.ShouldBe(figures.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Gives_a_task_to_the_unit_it_knows_and_keeps_whom_people_gave_it_to(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        const string file = "编号,任务,牵头单位,配合单位,完成时限\nT1,甲的事,甲局,乙局、丙局等,6月底前\nT2,谁的事,丙局,,2026-11-30\nT3,没写谁,,,\n";
        await CommitAsync(journey, ground.Committee.Lead, file);
        var (first, second) = ((await ground.AllAsync<BusinessTask>()).Single(t => t.Code == "T1"), (await ground.AllAsync<BusinessTask>()).Single(t => t.Code == "T2"));
        await ground.Assign.RunAsync(ground.Committee.Lead, new([second.Id], Picked.Of("A2")), default);

        var preview = await CommitAsync(journey, ground.Committee.Lead, file);

        (first.LeadUnitId, first.DueDay, first.IsDueDerived).ShouldBe(((Guid?)ground.Committee.FirstOrgan.Id, new DateOnly(2026, 6, 30), false));
        (await ground.AllAsync<TaskPartner>()).Single().UnitId.ShouldBe(ground.Committee.SecondOrgan.Id);
        preview.Count(RowChange.Unchanged).ShouldBe(3);
        (await ground.ViewAsync(second.Id)).Task.LeadName.ShouldBe("乙局");
        Journey.Remarks(preview).ShouldBe(["4C 核 没有写牵头单位。导入后这项任务在“待认领”名单里。"]);
    }

    [Fact]
    public async Task Tells_what_it_changes_and_never_gives_up_a_deadline_that_was_told()
    {
        var (ground, journey) = await StartAsync(DatabaseKind.Sqlite);
        await CommitAsync(journey, ground.Committee.Lead, "编号,任务,牵头单位,完成时限,目标值\nT1,改造小区,甲局,2026-11-30,35\n");

        var preview = await CommitAsync(journey, ground.Committee.Lead, "编号,任务,重要程度,完成时限,目标值\nT1,改造老旧小区,重要,年内,40\n");

        var row = preview.Rows.Single();
        row.Note.ShouldBe("任务 改造小区 → 改造老旧小区；重要程度 一般 → 重要；指标 35，越高越好，2026-11-30，改造小区 → 40，越高越好，2026-11-30，改造老旧小区");
        (await ground.AllAsync<BusinessTask>()).Single().DueDay.ShouldBe(new DateOnly(2026, 11, 30));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "编号,任务\nT1,甲\nT1,乙", "3A 误 编号 T1 和第 2 行重复。请改一个，或只留一行。" },
        { "编号,任务\n,甲", "2A 误 编号没有填。" },
        { "编号,任务\nT1,", "2B 误 任务没有填。" },
        { "编号,任务,计划年度\nT1,甲,去年", "2C 误 计划年度要填 2000 到 2100 的年份，如 2026。" },
        { "编号,任务,完成时限\nT1,甲,尽快", "2C 误 “尽快”读不懂。请写成 2026-12-31、6月底前的样子；没有时限的空着。" },
        { "编号,任务,重要程度\nT1,甲,头等", "2C 误 重要程度请填“一般”“重要”或“特别重要”。" },
        { "编号,任务,目标值\nT1,甲,很多", "2C 误 “很多”不是一个数。请填如 92 或 4.5。" },
        { "编号,任务,节点安排\nT1,甲,方案印发", "2C 误 “方案印发”读不懂。每个节点写名称、空格和日期，用分号分开，如 方案印发 2026-03-31；主体完工 10月底前。" },
        { "编号,任务,节点安排\nT1,甲,方案印发 2026-03-31；完工 尽快", "2C 误 “完工 尽快”读不懂。每个节点写名称、空格和日期，用分号分开，如 方案印发 2026-03-31；主体完工 10月底前。" },
        { "编号,任务,目标值,方向\nT1,甲,3,看情况", "2D 误 “看情况”读不懂。请填“越高越好”或“越低越好”。" },
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plans_milestones_by_their_names_and_leaves_what_is_met_or_not_named(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        const string file = "编号,任务,牵头单位,节点安排\nT1,改造小区,甲局,方案印发 2026-03-31；主体完工 10月底前\n";
        await CommitAsync(journey, ground.Committee.Lead, file);
        (await CommitAsync(journey, ground.Committee.Lead, file)).Count(RowChange.Unchanged).ShouldBe(1);
        var first = (await ground.AllAsync<Milestone>()).Single(m => m.Number == 1);
        (await ground.Meet.RunAsync(ground.Committee.Lead, new(first.TaskId, first.Id, first.Version, "2026-03-30"), default)).Refusals.ShouldBeEmpty();

        var preview = await CommitAsync(journey, ground.Committee.Lead, "编号,任务,节点安排\nT1,改造小区,方案印发：2026-04-15；主体完工 2026-11-15；验收 2026-12-20\n");

        preview.Rows.Single().Note.ShouldBe("节点“主体完工” 2026-10-31 → 2026-11-15；新增节点“验收” 2026-12-20");
        (await ground.AllAsync<Milestone>()).OrderBy(m => m.Number).Select(m => (m.Number, m.Title, m.DueDay, m.DoneDay is null)).ShouldBe(
            [(1, "方案印发", new DateOnly(2026, 3, 31), false), (2, "主体完工", new DateOnly(2026, 11, 15), true), (3, "验收", new DateOnly(2026, 12, 20), true)]);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task Names_what_is_wrong_where_and_imports_nothing(string file, string remark)
    {
        var (ground, journey) = await StartAsync(DatabaseKind.Sqlite);
        var draft = (await journey.UploadAsync(ground.Committee.Lead, file, Year)).Value;

        var remarks = Journey.Remarks(await journey.PreviewAsync(ground.Committee.Lead, draft));
        var outcome = await journey.CommitAsync(ground.Committee.Lead, draft);

        remarks.ShouldContain(remark);
        outcome.Refusals.Single().Code.ShouldBe("import.faults");
        (await ground.AllAsync<BusinessTask>()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_manages_a_part_names_a_unit_of_it_and_takes_no_code_of_another(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        await ground.TaskAsync("A2", code: "T9");
        var draft = (await journey.UploadAsync(ground.Committee.FirstOfficer, "编号,任务,牵头单位\nT1,甲,甲局\nT2,乙,乙局\nT3,丙,\nT9,丁,甲局\n", Year)).Value;

        var preview = await journey.PreviewAsync(ground.Committee.FirstOfficer, draft);

        Journey.Remarks(preview).ShouldBe([
            "3C 误 您管理的范围里没有“乙局”。请填您管理范围里行政单位的编码或名称。",
            "4C 误 没有写牵头单位。请填您管理范围里行政单位的编码或名称。",
            "5A 误 编号 T9 已用于您管理范围以外的任务。请换一个编号。",
        ]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_tasks_that_ended_as_they_are_and_says_so(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        var id = await ground.TaskAsync(code: "T1");
        await ground.End.RunAsync(ground.Committee.Lead, new(id, 0, TaskState.Done, "2026-10-01", ""), default);

        var preview = await CommitAsync(journey, ground.Committee.Lead, "编号,任务\nT1,改了名\n");

        Journey.Remarks(preview).ShouldBe(["2A 核 这项任务已办结，导入不改动它。"]);
        (await ground.ViewAsync(id)).Task.Title.ShouldBe("改造老旧小区 35 个");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_as_many_commands_for_many_rows_as_for_few(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        static string Rows(int count) => "编号,任务,牵头单位,配合单位,目标值\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"T{i},任务{i},甲局,乙局,{i}\n"));
        var few = (await journey.UploadAsync(ground.Committee.Lead, Rows(2), Year)).Value;
        var many = (await journey.UploadAsync(ground.Committee.Lead, Rows(1_000), Year)).Value;

        database!.Commands.Clear();
        await journey.PreviewAsync(ground.Committee.Lead, few);
        var forFew = database.Commands.Commands.Count;
        database.Commands.Clear();
        (await journey.PreviewAsync(ground.Committee.Lead, many)).Count(RowChange.Added).ShouldBe(1_000);

        database.Commands.Commands.Count.ShouldBe(forFew);
    }

    public void Dispose() => database?.Dispose();

    private static async Task<ImportPreview> CommitAsync(Journey journey, Actor actor, string file)
    {
        var draft = (await journey.UploadAsync(actor, file, Year)).Value;
        var preview = await journey.PreviewAsync(actor, draft);
        (await journey.CommitAsync(actor, draft)).Refusals.ShouldBeEmpty();
        return preview;
    }

    private async Task<(TaskGround Ground, Journey Journey)> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        return (await TaskGround.StartAsync(database, clock), new Journey(database, clock, new TaskImport(clock)));
    }
}
