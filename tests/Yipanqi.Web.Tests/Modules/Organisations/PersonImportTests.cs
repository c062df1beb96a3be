using System.Text;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.People.Import;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class PersonImportTests : IDisposable
{
    private const string Heads = "工号,姓名,党员身份,所在支部,进入支部日期,工作单位,手机号,身份证号,入党日期,转正日期,性别,出生年月,重点岗位\n";
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Adds_people_once_and_changes_nothing_when_the_same_file_comes_again(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        const string file = Heads
            + "G1,赵一,正式党员,P1B1,2020-01-01,A1D1,13800138000,11010519491231002X,2010-07-01,2011-07-01,女,1985-01,是\n"
            + "G2,钱二,群众,,,甲局一处,,,,,男,1990.10,否\n";

        (await CommitAsync(ground, journey, file)).ShouldBeEmpty();
        var again = await journey.PreviewAsync(ground.Committee.Lead, await UploadAsync(ground, journey, file));
        (await CommitAsync(ground, journey, file)).ShouldBeEmpty();

        (again.Count(RowChange.Unchanged), again.Faulty + again.Odd).ShouldBe((2, 0));
        var people = (await ground.People.ExportAsync(ground.Committee.Lead, PeopleFilter.From(_ => null), default)).ToDictionary(p => p.StaffCode);
        (people["G1"].Name, people["G1"].BranchCode, people["G1"].PhoneMasked, people["G1"].IsKeyPost).ShouldBe(("赵一", "P1B1", "138****8000", true));
        (people["G2"].WorkUnitCode, people["G2"].BirthMonth, people["G2"].BranchCode).ShouldBe(("A1D1", new DateOnly(1990, 10, 1), ""));
        (await ground.AllAsync<Membership>()).Single().FromDay.ShouldBe(new(2020, 1, 1));
        (await ground.AllAsync<JournalEntry>()).Count(e => e.Action == "person.imported" && e.SubjectId is null).ShouldBe(2);
        (await ground.AllAsync<PersonDetail>()).ShouldAllBe(d => d.Version == 0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Transfers_members_whose_branch_is_another_and_leaves_alone_what_a_cell_does_not_tell(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        await ground.MemberAsync("G1", phone: "13800138000", from: "2020-01-01");

        var draft = await UploadAsync(ground, journey, "工号,姓名,党员身份,所在支部,进入支部日期,手机\nG1,赵改名,正式党员,甲局第二党支部,2024-05-01,138****8000\n");
        var row = (await journey.PreviewAsync(ground.Committee.Lead, draft)).Rows.Single();
        await journey.CommitAsync(ground.Committee.Lead, draft);

        (row.Change, row.Note).ShouldBe((RowChange.Updated, "姓名 赵示例 → 赵改名；所在支部 甲局第一党支部 → 甲局第二党支部"));
        var stays = (await ground.AllAsync<Membership>()).OrderBy(m => m.FromDay).ToList();
        stays.Select(m => (m.UnitId, m.ToDay)).ShouldBe([(ground.Committee.Branch.Id, new DateOnly(2024, 4, 30)), (ground.Committee.OtherBranch.Id, null)]);
        (await ground.AllAsync<PersonDetail>()).Single().PhoneMasked.ShouldBe("138****8000");
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "X1,甲,正式党员,P1B1,,,,\nX1,乙,正式党员,P1B1,,,,", "3A 误 工号 X1 和第 2 行重复。请改一个，或只留一行。" },
        { ",甲,正式党员,P1B1,,,,", "2A 误 工号没有填。平台用它认出同一个人。" },
        { "X1,,正式党员,P1B1,,,,", "2B 误 姓名没有填。" },
        { "X1,甲,团员,P1B1,,,,", "2C 误 “团员”不是党员身份。请填正式党员、预备党员、入党积极分子或群众。" },
        { "X1,甲,正式党员,,,,,", "2D 误 党员要编入一个支部。请填支部的编码或名称。" },
        { "X1,甲,正式党员,没有,,,,", "2D 误 您管理的范围里没有编码或名称为“没有”的党支部。请先导入单位，或改正编码。" },
        { "X1,甲,正式党员,P1,,,,", "2D 误 “甲局机关党委”是机关党委，党员要编入党支部。请填支部的编码。" },
        { "X1,甲,群众,P1B1,,,,", "2D 误 群众没有组织关系。请清空这一格，或改党员身份。" },
        { "X1,甲,群众,,,,,", "2F 误 不是党员的要填工作单位，否则没有人能管理这条记录。" },
        { "X1,甲,正式党员,P1B1,2030-01-01,,,", "2E 误 进入支部日期不能晚于今天。" },
        { "X1,甲,正式党员,P1B1,,,12,", "2G 误 “12”不是电话号码。请填 5 到 15 位数字。" },
        { "X1,甲,正式党员,P1B1,,,139****0000,", "2G 误 带星号的号码和已有的对不上。请填完整号码，或清空这一格。" },
        { "X1,甲,正式党员,P1B1,,,,110105194912310021", "2H 误 身份证号的校验位不对。请核对是否抄错。" },
        { "X1,甲,正式党员,P1B1,,,,11010519491231002X\nX2,乙,正式党员,P1B1,,,,11010519491231002x", "3H 误 身份证号和第 2 行相同。请核对两行是不是同一个人。" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Points_at_the_cell_that_is_wrong_and_imports_nothing(string rows, string remark)
    {
        var (ground, journey) = await StartAsync(DatabaseKind.Sqlite);

        var draft = await UploadAsync(ground, journey, Heads + string.Join('\n', rows.Split('\n').Select(r => r + ",,,,,")) + "\nOK,丙,正式党员,P1B1,,,,,,,,,");
        var remarks = Journey.Remarks(await journey.PreviewAsync(ground.Committee.Lead, draft));
        var outcome = await journey.CommitAsync(ground.Committee.Lead, draft);

        remarks.ShouldContain(remark);
        outcome.Refusals.Single().Code.ShouldBe("import.faults");
        (await ground.AllAsync<PersonDetail>()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_to_the_subtree_of_the_person_and_to_the_tenant(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        await ground.Add.RunAsync(ground.Committee.Lead, new(PeopleGround.Values("G2", "孙群众", "群众", "A2"), "", ""), default);
        var other = await Committee.FoundAsync(database!, clock, "other");

        var draft = (await journey.UploadAsync(ground.Committee.FirstOfficer, "工号,姓名,党员身份,工作单位\nG2,孙改名,群众,A1\nG3,李,群众,A2\n", ("default_day", "2026-10-12"))).Value;
        var elsewhere = (await journey.UploadAsync(other.Lead, "工号,姓名,党员身份,工作单位\nG2,孙群众,群众,A2\n", ("default_day", "2026-10-12"))).Value;

        Journey.Remarks(await journey.PreviewAsync(ground.Committee.FirstOfficer, draft)).ShouldBe(
            ["2A 误 工号 G2 已用于您管理范围以外的人。请核对工号，或请工委导入。", "3D 误 您管理的范围里没有编码或名称为“A2”的行政单位。请先导入单位，或改正编码。"]);
        (await journey.PreviewAsync(other.Lead, elsewhere)).Count(RowChange.Added).ShouldBe(1);
        (await journey.UploadAsync(ground.Committee.ActorAt(PostRole.BranchSecretary, ground.Committee.Branch), "工号,姓名\nG1,甲\n")).IsDone.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_uploaded_numbers_out_of_the_database_in_plain(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);

        await UploadAsync(ground, journey, Heads + "G1,赵一,正式党员,P1B1,2020-01-01,A1D1,13800138000,,,,,,\n");

        var content = (await ground.AllAsync<ImportDraft>()).Single().Content;
        content.AsSpan().IndexOf("13800138000"u8).ShouldBe(-1);
        content.Length.ShouldBeGreaterThan(50);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_as_many_commands_for_many_rows_as_for_few(DatabaseKind kind)
    {
        var (ground, journey) = await StartAsync(kind);
        var few = await UploadAsync(ground, journey, ManyRows(3));
        var many = await UploadAsync(ground, journey, ManyRows(2_000));

        database!.Commands.Clear();
        await journey.PreviewAsync(ground.Committee.Lead, few);
        var forFew = database.Commands.Commands.Count;
        database.Commands.Clear();
        (await journey.PreviewAsync(ground.Committee.Lead, many)).Count(RowChange.Added).ShouldBe(2_000);

        database.Commands.Commands.Count.ShouldBe(forFew);
    }

    public void Dispose() => database?.Dispose();

    private static string ManyRows(int count) => Heads + string.Join('\n', Enumerable.Range(1, count).Select(i =>
        $"G{i},赵示{i},{(i % 5 == 0 ? "群众" : "正式党员")},{(i % 5 == 0 ? "" : i % 2 == 0 ? "P1B1" : "P1B2")},{(i % 5 == 0 ? "" : "2020-01-01")},A1D1,1000{i:0000000},,{(i % 5 == 0 ? "," : "2010-07-01,2011-07-01")},女,1985-01,否"));

    private static async Task<Guid> UploadAsync(PeopleGround ground, Journey journey, string file) =>
        (await journey.UploadAsync(ground.Committee.Lead, Encoding.UTF8.GetBytes(file), ("default_day", "2026-10-12"))).Value;

    private static async Task<IReadOnlyList<Refusal>> CommitAsync(PeopleGround ground, Journey journey, string file) =>
        (await journey.CommitAsync(ground.Committee.Lead, await UploadAsync(ground, journey, file))).Refusals;

    private async Task<(PeopleGround Ground, Journey Journey)> StartAsync(DatabaseKind kind)
    {
        var ground = await PeopleGround.StartAsync(database = new TestDatabase(kind), clock);
        return (ground, new Journey(database, clock, new PersonImport(ground.Seal, clock)));
    }
}
