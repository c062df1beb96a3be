using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Organisations.Import;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class UnitImportTests : IDisposable
{
    private static readonly (string, string)[] Party = [("default_track", "party"), ("default_assessed", "yes")];
    private static readonly (string, string)[] Administrative = [("default_track", "administrative"), ("default_assessed", "yes")];
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Builds_the_tree_whatever_the_order_of_the_rows(DatabaseKind kind)
    {
        var (committee, journey) = await StartAsync(kind);
        var draft = await UploadAsync(journey, committee.Lead, "编码,名称,上级单位,类别,同类组,参加考评\nB2,二支部,丙局机关党委,党支部,支部,否\nP3,丙局机关党委,,机关党委,经济部门,是\nB3,三支部,B2,党支部,,\n", Party);

        (await journey.CommitAsync(committee.Lead, draft)).IsDone.ShouldBeTrue();

        var units = await UnitsAsync(committee, u => u.Code == "P3" || u.Code == "B2" || u.Code == "B3");
        var (second, third, top) = (units["B2"], units["B3"], units["P3"]);
        (top.ParentId, second.ParentId, third.ParentId).ShouldBe((committee.Root.Id, top.Id, (Guid?)second.Id));
        third.Path.ShouldStartWith(second.Path);
        (top.Depth, third.Depth).ShouldBe((2, 4));
        (top.IsAssessed, second.IsAssessed, third.IsAssessed, top.SortOrder).ShouldBe((true, false, true, 3));
        top.PeerGroupId.ShouldNotBeNull();
        top.PeerGroupId.ShouldNotBe(second.PeerGroupId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changes_nothing_when_the_same_file_comes_again_and_says_so(DatabaseKind kind)
    {
        var (committee, journey) = await StartAsync(kind);
        const string file = "编码,名称,上级单位,同类组,对应行政单位编码,备注\nP3,丙局机关党委,GW,经济部门,A1、A2,注\nP3B,丙局支部,P3,,,\n";
        await journey.CommitAsync(committee.Lead, await UploadAsync(journey, committee.Lead, file, Party));
        var before = await UnitsAsync(committee, _ => true);

        var again = await UploadAsync(journey, committee.Lead, file, Party);
        var preview = await journey.PreviewAsync(committee.Lead, again);
        await journey.CommitAsync(committee.Lead, again);

        (preview.Count(RowChange.Unchanged), preview.Faulty + preview.Odd).ShouldBe((2, 0));
        (await UnitsAsync(committee, _ => true)).Values.Select(u => (u.Code, u.Version, u.Path)).ShouldBe(before.Values.Select(u => (u.Code, u.Version, u.Path)), ignoreOrder: true);
        (await LinksAsync(committee, "P3")).ShouldBe(["A1", "A2"]);
    }

    [Fact]
    public async Task Leaves_alone_what_a_file_does_not_tell_and_tells_what_it_changes()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        await journey.CommitAsync(committee.Lead, await UploadAsync(journey, committee.Lead, "编码,名称,类别,备注\nP1,甲局机关党委,机关党委,原有\n", Party));

        var draft = await UploadAsync(journey, committee.Lead, "编码,名称,类别,备注\nP1,甲局党委,,\n", Party);
        var row = (await journey.PreviewAsync(committee.Lead, draft)).Rows.Single();
        await journey.CommitAsync(committee.Lead, draft);

        (row.Change, row.Note).ShouldBe((RowChange.Updated, "名称 甲局机关党委 → 甲局党委；简称 甲局机关党委 → 甲局党委"));
        var unit = (await UnitsAsync(committee, u => u.Code == "P1"))["P1"];
        (unit.Kind, unit.Note, unit.ParentId).ShouldBe(("机关党委", "原有", committee.Root.Id));
    }

    [Fact]
    public async Task Replaces_links_by_those_named_and_keeps_them_where_the_cell_is_empty()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);

        await journey.CommitAsync(committee.Lead, await UploadAsync(journey, committee.Lead, "编码,名称,对应行政单位编码\nP1,甲局机关党委,A2；A1D1\nP2,乙局机关党委,\n", Party));

        (await LinksAsync(committee, "P1")).ShouldBe(["A1D1", "A2"]);
        (await LinksAsync(committee, "P2")).ShouldBe(["A2"]);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "编码,名称\nX1,甲\nX1,乙", "3A 误 编码 X1 和第 2 行重复。请改一个，或只留一行。" },
        { "编码,名称\nX1,", "2B 误 名称没有填。" },
        { "编码,名称\n,甲", "2A 误 编码没有填。请填单位自己的编码，平台用它认出同一个单位。" },
        { "编码,名称\nX 1,甲", "2A 误 编码里不能有空格、换行或顿号逗号分号。请删去。" },
        { "编码,名称\n" + new string('9', 65) + ",甲", "2A 误 编码有 65 字，最多 64 字。" },
        { "编码,名称\nX1," + new string('长', 201), "2B 误 名称有 201 字，最多 200 字。请缩短。" },
        { "编码,名称,排序\nX1,甲,三", "2C 误 “三”不是 0 到 1000000 的整数。请填阿拉伯数字，如 3。" },
        { "编码,名称,参加考评\nX1,甲,也许", "2C 误 “也许”读不懂。请填“是”或“否”。" },
        { "编码,名称,组织线\nX1,甲,群团", "2C 误 “群团”不是组织线。请填“党组织”或“行政”。" },
        { "编码,名称,上级单位\nX1,甲,没有", "2C 误 没有编码或名称为“没有”的单位。请先导入上级，或改正编码。" },
        { "编码,名称,上级单位\nX1,甲,A1", "2C 误 上级是行政单位，本单位是党组织单位。两条线的对应关系请填在“对应行政单位编码”。" },
        { "编码,名称,上级单位\nX1,甲,X1", "2C 误 上级绕成了圈：X1 → X1。请改正其中一个的上级。" },
        { "编码,名称,上级单位\nP1,甲局机关党委,P2", "2C 误 平台上的上级是“示范工委”，导入不调整已有单位的隶属关系。请改回或清空这一格。" },
        { "编码,名称\nA1,甲局", "2A 误 编码 A1 在平台上是行政单位“甲局”。请换一个编码，或改组织线。" },
        { "编码,名称,对应行政单位编码\nX1,甲,P1", "2C 误 “P1”是党组织，这里要填行政单位的编码。" },
        { "编码,名称,对应行政单位编码\nX1,甲,没有", "2C 误 没有编码为“没有”的行政单位。请先导入它，或改正编码。" },
        { "编码,名称\nX1,甲局机关党委", "2B 核 和平台上编码 P1 的单位同名。是同一个单位请用同一个编码；不是则不必改。" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Points_at_the_cell_that_is_wrong_and_says_how_to_mend_it(string file, string remark)
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);

        var draft = await UploadAsync(journey, committee.Lead, file, Party);

        Journey.Remarks(await journey.PreviewAsync(committee.Lead, draft)).ShouldBe([remark]);
    }

    [Fact]
    public async Task Refuses_every_row_of_a_circle_and_none_that_hangs_from_it()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);

        var draft = await UploadAsync(journey, committee.Lead, "编码,名称,上级单位\nX1,甲,X3\nX2,乙,X1\nX3,丙,X2\nX4,丁,X1\n", Party);

        (await journey.PreviewAsync(committee.Lead, draft)).Rows.Select(r => r.IsFaulty).ShouldBe([true, true, true, false]);
    }

    [Fact]
    public async Task Refuses_a_tree_that_grows_too_deep()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        var rows = Enumerable.Range(2, Unit.MaxDepth).Select(depth => $"X{depth},第{depth}级,{(depth == 2 ? "GW" : $"X{depth - 1}")}");

        var draft = await UploadAsync(journey, committee.Lead, "编码,名称,上级单位\n" + string.Join('\n', rows), Party);

        Journey.Remarks(await journey.PreviewAsync(committee.Lead, draft)).ShouldBe(["17C 误 单位层级到了第 17 级，最多 16 级。请核对上级。"]);
    }

    [Fact]
    public async Task Keeps_to_the_subtree_of_the_person()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        var officer = committee.ActorAt(PostRole.WorkCommitteeOfficer, committee.First);

        var draft = await UploadAsync(journey, officer, "编码,名称,上级单位\nN1,新支部,\nN2,别处支部,乙局机关党委\nP2,乙局,\n", Party);
        var preview = await journey.PreviewAsync(officer, draft);
        var outside = await journey.UploadAsync(officer, "编码,名称\nN1,新支部\n", [.. Party, ("default_parent", "P2")]);

        Journey.Remarks(preview).ShouldBe(["3C 误 没有编码或名称为“乙局机关党委”的单位。请先导入上级，或改正编码。", "4A 误 编码 P2 已用于您管理范围以外的单位。请换一个编码，或请工委导入。"]);
        outside.Refusals.Single().Field.ShouldBe("default_parent");
    }

    [Fact]
    public async Task Knows_nothing_of_another_tenant()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        var other = await Committee.FoundAsync(database!, clock, "other");

        await journey.CommitAsync(committee.Lead, await UploadAsync(journey, committee.Lead, "编码,名称\nZ1,丁局机关党委\n", Party));
        var preview = await journey.PreviewAsync(other.Lead, await UploadAsync(journey, other.Lead, "编码,名称\nZ1,丁局机关党委\n", Party));

        (preview.Count(RowChange.Added), preview.Odd).ShouldBe((1, 0));
        (await UnitsAsync(other, u => u.Code == "Z1")).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Takes_the_published_list_of_provincial_organs_with_its_own_heads(DatabaseKind kind)
    {
        var (committee, journey) = await StartAsync(kind);
        var bytes = await System.IO.File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "organs.csv"));
        var draft = (await journey.UploadAsync(committee.Lead, bytes, Administrative)).Value;
        var guessed = (await journey.ColumnsAsync(committee.Lead, draft))!.Columns;

        await journey.MapAsync(committee.Lead, draft, [.. guessed.Select(g => (g.Key, g.Value)), ("peer_group", guessed["kind"])]);
        (await journey.CommitAsync(committee.Lead, draft)).IsDone.ShouldBeTrue();

        guessed.ShouldBe(new Dictionary<string, int> { ["code"] = 0, ["kind"] = 2, ["name"] = 3, ["sort"] = 4, ["note"] = 5 }, ignoreOrder: true);
        var units = await UnitsAsync(committee, u => u.Code.StartsWith("JS"));
        units.Count.ShouldBe(90);
        units["JS003"].Name.ShouldBe("省委组织部");
        units.Values.ShouldAllBe(u => u.ParentId == committee.Organs.Id && u.IsAssessed && u.PeerGroupId != null);
        units.Values.Select(u => u.PeerGroupId).Distinct().Count().ShouldBe(units.Values.Select(u => u.Kind).Distinct().Count());
        var again = (await journey.UploadAsync(committee.Lead, bytes, Administrative)).Value;
        (await journey.ColumnsAsync(committee.Lead, again))!.Columns["peer_group"].ShouldBe(2);
        (await journey.PreviewAsync(committee.Lead, again)).Count(RowChange.Unchanged).ShouldBe(90);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_as_many_commands_for_many_rows_as_for_few(DatabaseKind kind)
    {
        var (committee, journey) = await StartAsync(kind);
        var few = await UploadAsync(journey, committee.Lead, File(3), Party);
        var many = await UploadAsync(journey, committee.Lead, File(3_000), Party);

        database!.Commands.Clear();
        await journey.PreviewAsync(committee.Lead, few);
        var forFew = database.Commands.Commands.Count;
        database.Commands.Clear();
        (await journey.PreviewAsync(committee.Lead, many)).Count(RowChange.Added).ShouldBe(3_000);

        database.Commands.Commands.Count.ShouldBe(forFew);
    }

    public void Dispose() => database?.Dispose();

    private static string File(int rows) =>
        "编码,名称,上级单位,对应行政单位编码\n" + string.Join('\n', Enumerable.Range(1, rows).Select(i => $"N{i},第{i}支部,P1,A1"));

    private static async Task<Guid> UploadAsync(Journey journey, Actor actor, string file, (string, string)[] parameters) =>
        (await journey.UploadAsync(actor, file, parameters)).Value;

    private async Task<(Committee Committee, Journey Journey)> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        return (await Committee.FoundAsync(database, clock), new Journey(database, clock, new UnitImport()));
    }

    private Task<Dictionary<string, Unit>> UnitsAsync(Committee committee, System.Linq.Expressions.Expression<Func<Unit, bool>> which) =>
        database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<Unit>().Where(which).ToDictionaryAsync(u => u.Code), default);

    private Task<List<string>> LinksAsync(Committee committee, string code) => database!.UnitOfWork.ReadAsync(
        committee.TenantId,
        db => (from l in db.Set<UnitLink>()
               join p in db.Set<Unit>() on l.PartyUnitId equals p.Id
               join a in db.Set<Unit>() on l.AdministrativeUnitId equals a.Id
               where p.Code == code
               orderby a.Code
               select a.Code).ToListAsync(),
        default);
}
