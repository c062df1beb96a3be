using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Modules.BusinessTasks.Measures.Import;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Measures;

public sealed class MeasureImportTests : IDisposable
{
    private static readonly (string, string)[] From = [("default_from", "2026-01-01")];
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reads_the_published_list_as_it_is_and_changes_nothing_the_second_time(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "party_measures.csv"));
        var draft = (await journey.UploadAsync(ground.Lead, file, From)).Value;

        var first = await journey.PreviewAsync(ground.Lead, draft);
        (await journey.CommitAsync(ground.Lead, draft)).Refusals.ShouldBeEmpty();

        (first.Faulty, first.Count(RowChange.Added)).ShouldBe((0, 88));
        var all = await ground.AllAsync<PartyMeasure>();
        all.ShouldAllBe(m => m.UnitId == null && m.UnitText.Length > 0 && m.FromDay == new DateOnly(2026, 1, 1));
        var joint = all.Single(m => m.Code == "PM003");
        (joint.Name, joint.Kind, joint.Description, joint.UnitText, joint.Source).ShouldBe(("市工信局与创元集团党建共建", "alliance", "机关党组织与国企集团共建，现场帮解难题", "苏州市工业和信息化局", "M01"));
        (await ground.AllAsync<JournalEntry>()).Single(e => e.Action == "measure.imported").Detail!.ShouldContain("88");

        var again = (await journey.UploadAsync(ground.Lead, file, From)).Value;
        (await journey.PreviewAsync(ground.Lead, again)).Count(RowChange.Unchanged).ShouldBe(88);
        (await journey.CommitAsync(ground.Lead, again)).Refusals.ShouldBeEmpty();

        (await ground.AllAsync<PartyMeasure>()).ShouldAllBe(m => m.Version == 0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Gives_a_measure_to_the_organisation_it_knows_and_keeps_whom_people_gave_it_to(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        const string file = "编号,名称,类别,党组织\nM1,甲的,品牌,甲局机关党委\nM2,写行政单位的,,甲局\nM3,谁的,怪类别,丙局\n";
        var first = await CommitAsync(journey, ground.Lead, file);
        var all = (await ground.AllAsync<PartyMeasure>()).ToDictionary(m => m.Code);
        FusionGround.Done(await new AssignMeasures(ground.Work, clock).RunAsync(ground.Lead, new([all["M3"].Id], Picked.Of("P2")), default));

        var again = await CommitAsync(journey, ground.Lead, file);

        (all["M1"].UnitId, all["M2"].UnitId, all["M3"].UnitId).ShouldBe((ground.Committee.First.Id, ground.Committee.First.Id, null));
        (all["M1"].Kind, all["M2"].Kind, all["M3"].Kind).ShouldBe(("brand", "other", "other"));
        Journey.Remarks(first).ShouldBe(["4C 核 平台没有“怪类别”这个类别，按“其他”登记。", "4D 核 您管理的范围里没有“丙局”。导入后这项举措待认领。"]);
        again.Count(RowChange.Unchanged).ShouldBe(3);
        (await ground.AllAsync<PartyMeasure>()).Single(m => m.Code == "M3").UnitId.ShouldBe(ground.Committee.Second.Id);
    }

    [Fact]
    public async Task Tells_what_it_changes_and_takes_its_own_export_back_unchanged()
    {
        var (ground, journey) = await StartAsync(DatabaseKind.Sqlite);
        await CommitAsync(journey, ground.Lead, "编号,名称,做什么,党组织,结束日期\nM1,先锋岗,亮身份,甲局,2026-12-31\n");

        var preview = await CommitAsync(journey, ground.Lead, "编号,名称,做什么,结束日期\nM1,党员先锋岗,,2027-03-31\n");
        var export = await CommitAsync(journey, ground.Lead, "编号,名称,类别,做什么,党组织,开始日期,结束日期,出处\nM1,党员先锋岗,其他,亮身份,P1,2026-01-01,2027-03-31,\n");

        preview.Rows.Single().Note.ShouldBe("名称 先锋岗 → 党员先锋岗；结束日期 2026-12-31 → 2027-03-31");
        export.Count(RowChange.Unchanged).ShouldBe(1);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "编号,名称\nM1,甲\nM1,乙", "3A 误 编号 M1 和第 2 行重复。请改一个，或只留一行。" },
        { "编号,名称\n,甲", "2A 误 编号没有填。" },
        { "编号,名称\nM1,", "2B 误 名称没有填。" },
        { "编号,名称,开始日期\nM1,甲,尽快", "2C 误 开始日期“尽快”读不懂。请写成 2026-03-01 的样子。" },
        { "编号,名称,开始日期,结束日期\nM1,甲,2026-05-01,2026-04-01", "2D 误 结束日期早于开始日期。请改正其中一个。" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Names_what_is_wrong_where_and_imports_nothing(string file, string remark)
    {
        var (ground, journey) = await StartAsync(DatabaseKind.Sqlite);
        var draft = (await journey.UploadAsync(ground.Lead, file, From)).Value;

        var remarks = Journey.Remarks(await journey.PreviewAsync(ground.Lead, draft));
        var outcome = await journey.CommitAsync(ground.Lead, draft);

        remarks.ShouldContain(remark);
        outcome.Refusals.Single().Code.ShouldBe("import.faults");
        (await ground.AllAsync<PartyMeasure>()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_manages_a_part_names_an_organisation_of_it_and_takes_no_code_of_another(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        await ground.MeasureAsync("M9", ground.Committee.Second);
        var draft = (await journey.UploadAsync(ground.First, "编号,名称,党组织\nM1,甲,P1B1\nM2,乙,乙局\nM3,丙,\nM9,丁,P1\n", From)).Value;

        var preview = await journey.PreviewAsync(ground.First, draft);

        Journey.Remarks(preview).ShouldBe([
            "3C 误 您管理的范围里没有“乙局”。请填您管理范围里党组织的编码或名称。",
            "4C 误 没有写党组织。请填您管理范围里党组织的编码或名称。",
            "5A 误 编号 M9 已用于您管理范围以外的举措。请换一个编号。",
        ]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_as_many_commands_for_many_rows_as_for_few(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        static string Rows(int count) => "编号,名称,党组织\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"M{i},举措{i},甲局\n"));
        var few = (await journey.UploadAsync(ground.Lead, Rows(2), From)).Value;
        var many = (await journey.UploadAsync(ground.Lead, Rows(1_000), From)).Value;

        database!.Commands.Clear();
        await journey.PreviewAsync(ground.Lead, few);
        var forFew = database.Commands.Commands.Count;
        database.Commands.Clear();
        (await journey.PreviewAsync(ground.Lead, many)).Count(RowChange.Added).ShouldBe(1_000);

        database.Commands.Commands.Count.ShouldBe(forFew);
    }

    public void Dispose() => database?.Dispose();

    private static async Task<ImportPreview> CommitAsync(Journey journey, Actor actor, string file)
    {
        var draft = (await journey.UploadAsync(actor, file, From)).Value;
        var preview = await journey.PreviewAsync(actor, draft);
        (await journey.CommitAsync(actor, draft)).Refusals.ShouldBeEmpty();
        return preview;
    }

    private async Task<(FusionGround Ground, Journey Journey)> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        return (await FusionGround.StartAsync(database, clock), new Journey(database, clock, new MeasureImport(clock)));
    }
}
