using System.Net;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.Evidence;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;

public sealed class StageFilesTests : IDisposable
{
    private static readonly byte[] Pdf = "%PDF-1.7 会议纪要"u8.ToArray();
    private static readonly GivenFile Minutes = new("会议纪要.pdf", Pdf);
    private static readonly GivenFile List = new("名单.xlsx", "PK 名单"u8.ToArray());

    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lie_beside_the_record_and_further_ones_come_later(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var point = await ground.PointAsync();

        var record = FusionGround.Done(await RecordAsync(ground, point, 0, Minutes, Minutes with { Name = "又一份.pdf" }));
        FusionGround.Done(await Add.RunAsync(ground.First, new(point, record, [List]), default));

        var files = (await Files.OfAsync(ground.First, point, default))[record].ToList();
        files.Select(f => (f.FileName, f.Length, f.KeptBy)).ShouldBe([("会议纪要.pdf", Pdf.Length, "周明"), ("又一份.pdf", Pdf.Length, "周明"), ("名单.xlsx", List.Content.Length, "周明")], ignoreOrder: true);
        (await ground.AllAsync<EvidenceFile>()).Count.ShouldBe(2, "the same bytes are kept once");
        (await Files.FileAsync(ground.First, point, files.Single(f => f.FileName == "名单.xlsx").Id, default))!.Content.ShouldBe(List.Content);
        var journal = await ground.AllAsync<JournalEntry>();
        journal.Single(e => e.Action == "stage.recorded").Detail.ShouldContain(files.Single(f => f.FileName == "会议纪要.pdf").Sha256);
        journal.Single(e => e.Action == "stage.filed").ShouldSatisfyAllConditions(e => e.SubjectId.ShouldBe(record), e => e.Detail.ShouldContain(files.Single(f => f.FileName == "名单.xlsx").Sha256));
        (await ground.Tasks.FindAsync(ground.First, ground.TaskId, default))!.FilesOf(point, TaskStage.Plan).ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_for_those_alone_who_see_the_fusion_point(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var (point, c) = (await ground.PointAsync(), ground.Committee);
        var record = FusionGround.Done(await RecordAsync(ground, point, 0, Minutes));
        var file = (await ground.AllAsync<EvidenceItem>()).Single().Id;
        var other = FusionGround.Done(await ground.Add.RunAsync(ground.Lead, new(ground.OtherTaskId, Picked.Of("P2"), FusionGround.Point()), default));
        var stranger = await Committee.FoundAsync(database!, clock, "stranger");

        (await Files.FileAsync(c.ActorAt(PostRole.DepartmentHead, c.FirstOrgan), point, file, default)).ShouldNotBeNull("it leads the task");
        foreach (var actor in new[] { c.ActorAt(PostRole.PartyCommitteeOfficer, c.Second, c.SecondOrgan), c.ActorAt(PostRole.BranchSecretary, c.Branch), stranger.Lead })
        {
            (await Files.OfAsync(actor, point, default)).Count.ShouldBe(0);
            (await Files.FileAsync(actor, point, file, default)).ShouldBeNull();
            (await Files.FileAsync(actor, other, file, default)).ShouldBeNull("a fusion point one sees opens no file of another");
            (await Add.RunAsync(actor, new(point, record, [List]), default)).Refusals.Single().Code.ShouldBe("fusion.absent");
        }

        (await Add.RunAsync(c.ActorAt(PostRole.DepartmentHead, c.FirstOrgan), new(point, record, [List]), default)).Refusals.Single().Code.ShouldBe("fusion.absent");
        (await Add.RunAsync(ground.Lead, new(other, record, [List]), default)).Refusals.Single().Field.ShouldBe("RecordId");
        (await ground.AllAsync<EvidenceItem>()).Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stay_with_the_stage_when_it_is_corrected_and_come_no_more_once_the_point_has_ended(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var point = await ground.PointAsync();
        var first = FusionGround.Done(await RecordAsync(ground, point, 0, Minutes));
        var second = FusionGround.Done(await RecordAsync(ground, point, 1, List));

        (await Add.RunAsync(ground.First, new(point, first, [List]), default)).Refusals.Single().Code.ShouldBe("fusion.raced");
        (await ground.Tasks.FindAsync(ground.First, ground.TaskId, default))!.FilesOf(point, TaskStage.Plan).ShouldBe(2);
        FusionGround.Done(await ground.End.RunAsync(ground.First, new(point, 0, "2026-10-12", "任务办结"), default));

        (await Add.RunAsync(ground.First, new(point, second, [List]), default)).Refusals.Single().Code.ShouldBe("fusion.ended");
        (await Files.OfAsync(ground.First, point, default)).SelectMany(f => f).Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("纪要.html", 1, 1, "“纪要.html”不能收")]
    [InlineData("照片.png", 1, 1, "“照片.png”不能收")]
    [InlineData("纪要.pdf", EvidenceRules.MostBytes, 1, "“纪要.pdf”超过 10 MB")]
    [InlineData("纪要.pdf", 1, EvidenceRules.MostFiles + 1, "一次最多 5 个文件")]
    [InlineData("", 0, 0, "请选要补充的文件")]
    public async Task Are_refused_with_their_name_where_they_cannot_be_kept(string name, int bytes, int count, string words)
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var point = await ground.PointAsync();
        var record = FusionGround.Done(await ground.StageAsync(ground.First, point, TaskStage.Plan, "2026-02-20"));
        GivenFile[] files = [.. Enumerable.Repeat(new GivenFile(name, [.. "%PDF-"u8, .. new byte[bytes]]), count)];

        (await Add.RunAsync(ground.First, new(point, record, files), default)).Refusals.Single().ShouldSatisfyAllConditions(r => r.Field.ShouldBe("File"), r => r.Message.ShouldContain(words));
        if (count > 0)
        {
            (await RecordAsync(ground, point, 1, files)).Refusals.Single().Message.ShouldContain(words);
        }

        (await ground.AllAsync<EvidenceItem>()).ShouldBeEmpty();
        (await ground.AllAsync<StageRecord>()).Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_given_shown_and_taken_on_the_pages(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var point = await ground.PointAsync();
        using var browser = Browser.Start(database!, clock);
        await browser.SignInAsync();
        var form = (await browser.GetAsync($"/tasks/{ground.TaskId}/stages?stage=1&point={point}")).Form("登记");

        var refused = await form.FillField("Day", "2026-02-20").FillField("Text", "支委会研究定人").Attach("佐证文件（可不填；不要求照片）", "纪要.html", Pdf).SendAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("“纪要.html”不能收");
        var kept = refused.Form("登记");
        kept["做了什么"].ShouldBe("支委会研究定人");
        var huge = await refused.Form("登记").Attach("佐证文件（可不填；不要求照片）", "录像.zip", new byte[(int)EvidenceRules.MostBytesAtOnce]).SendAsync();
        huge.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        huge.Text.ShouldBe("文件合起来超过 60 MB，没有办理。请回到原来的页面，换小一些的文件或分几次提交。");
        var task = await kept.Attach("佐证文件（可不填；不要求照片）", "纪要.pdf", Pdf).SendAsync();
        var page = await task.ClickAsync("文件 1 个：加装电梯党员突击队 · 甲局机关党委");
        var none = await page.Form("补充").SendAsync();
        none.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        none.Text.ShouldContain("请选要补充的文件");
        page = await none.Form("补充").Choose("阶段", "谋划").Attach("佐证文件", "名单.xlsx", List.Content).SendAsync();

        page.Path.ShouldBe($"/fusion/{point}");
        page.Text.ShouldContain("名单.xlsx 1 KB · 周明");
        var link = page.Document.SelectSingleNode("//a[.='纪要.pdf']")!.GetAttributeValue("href", "");
        var (name, bytes) = await browser.DownloadAsync(link);
        (name, bytes.Length).ShouldBe(("纪要.pdf", Pdf.Length));
        (await browser.GetAsync(link.Replace(point.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    public void Dispose() => database?.Dispose();

    private AddStageFiles Add => new(database!.UnitOfWork, clock);

    private StageFilesQuery Files => new(database!.UnitOfWork);

    private static Task<Outcome<Guid>> RecordAsync(FusionGround ground, Guid point, int number, params GivenFile[] files) => ground.Record.RunAsync(
        ground.First, new(ground.TaskId, point, TaskStage.Plan, number, "2026-02-20", "支委会研究", "", "", number > 0 ? "补充" : "") { Files = files }, default);

    private Task<FusionGround> StartAsync(DatabaseKind kind) => FusionGround.StartAsync(database = new TestDatabase(kind), clock);
}
