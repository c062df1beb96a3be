using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Files.Tables;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Files.Imports;

public sealed class ImportJourneyTests : IDisposable
{
    private static readonly (string, string) Year = ("year", "2026");
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Imports_all_rows_with_one_journal_entry(DatabaseKind kind)
    {
        var (committee, journey) = await StartAsync(kind);
        var draft = (await journey.UploadAsync(committee.Lead, "组名,次序\n甲组,1\n乙组,2\n", Year)).Value;

        (await journey.CommitAsync(committee.Lead, draft)).IsDone.ShouldBeTrue();

        (await GroupsAsync(committee)).ShouldBe(["乙组", "甲组"], ignoreOrder: true);
        var entry = await database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().SingleAsync(e => e.Action == "group.imported"), default);
        (entry.ActorId, entry.SubjectId).ShouldBe((committee.LeadPersonId, null));
        entry.Detail.ShouldContain("\"added\":2");
        entry.Detail.ShouldContain("keys_sha256");
        (await journey.Mine.FindAsync(committee.Lead, draft, default))!.Added.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Imports_nothing_while_one_row_is_wrong(DatabaseKind kind)
    {
        var (committee, journey) = await StartAsync(kind);
        var draft = (await journey.UploadAsync(committee.Lead, "组名,次序\n甲组,1\n,2\n", Year)).Value;

        var outcome = await journey.CommitAsync(committee.Lead, draft);

        outcome.Refusals.Single().Message.ShouldContain("1 行有误");
        (await GroupsAsync(committee)).ShouldBeEmpty();
        (await journey.Mine.FindAsync(committee.Lead, draft, default))!.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Imports_a_draft_once_however_often_the_button_is_pressed()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        var draft = (await journey.UploadAsync(committee.Lead, "组名,次序\n甲组,1\n", Year)).Value;

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => journey.CommitAsync(committee.Lead, draft)));

        (await GroupsAsync(committee)).ShouldBe(["甲组"]);
        (await database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().CountAsync(e => e.Action == "group.imported"), default)).ShouldBe(1);
    }

    [Fact]
    public async Task Says_where_a_row_is_wrong_with_the_row_and_column_of_the_file()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        var draft = (await journey.UploadAsync(committee.Lead, "同类组名单\n\n次序,组名\n1,甲组\n2,\n3\n4,其他\n", Year)).Value;

        var preview = await journey.PreviewAsync(committee.Lead, draft);

        Journey.Remarks(preview).ShouldBe(
        [
            "5B 误 名称没有填。",
            "6 误 这一行只有 1 格，表头有 2 格。请检查是否少了逗号。",
            "7B 核 名称太泛，请核对。",
        ]);
        (preview.Faulty, preview.Odd, preview.Count(RowChange.Added)).ShouldBe((2, 1, 2));
    }

    [Fact]
    public async Task Proposes_the_columns_that_were_chosen_for_the_same_heads()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        var first = (await journey.UploadAsync(committee.Lead, "叫法,名称,次序\n甲组,x,1\n", Year)).Value;
        await journey.MapAsync(committee.Lead, first, ("name", 0));

        var again = (await journey.UploadAsync(committee.ActorAt(PostRole.WorkCommitteeOfficer, committee.First), "次序,名称,叫 法\n2,y,乙组\n", Year)).Value;
        var other = (await journey.UploadAsync(committee.Lead, "名称,次序\n丙组,3\n", Year)).Value;

        var view = (await journey.ColumnsAsync(committee.Lead, again))!;
        view.IsRemembered.ShouldBeTrue();
        view.Columns.ShouldBe(new Dictionary<string, int> { ["name"] = 2 });
        (await journey.ColumnsAsync(committee.Lead, other))!.Columns.ShouldBe(new Dictionary<string, int> { ["name"] = 0, ["order"] = 1 });
    }

    [Fact]
    public async Task Refuses_columns_that_lack_a_required_field_or_are_not_in_the_file()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        var draft = (await journey.UploadAsync(committee.Lead, "a,b\n甲组,1\n", Year)).Value;

        (await journey.MapAsync(committee.Lead, draft, ("order", 1))).Refusals.Single().Message.ShouldBe("请选择“名称”对应的列。");
        (await journey.MapAsync(committee.Lead, draft, ("name", 7))).Refusals.Single().Code.ShouldBe("import.column");
        (await journey.CommitAsync(committee.Lead, draft)).Refusals.Single().Code.ShouldBe("import.not-mapped");
    }

    [Fact]
    public async Task Reads_another_sheet_and_another_row_of_heads_when_told()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        var file = new WorkbookFile().Rows("<row r='1'><c r='A1' t='inlineStr'><is><t>组名</t></is></c></row><row r='2'><c r='A2' t='inlineStr'><is><t>甲组</t></is></c></row>")
            .Part("xl/worksheets/sheet2.xml", "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='3'><c r='B3'><v>7</v></c></row><row r='4'><c r='B4'><v>8</v></c></row><row r='9'><c r='B9'><v>9</v></c></row></sheetData></worksheet>");
        var draft = (await journey.UploadAsync(committee.Lead, file.ToBytes(), Year)).Value;

        await journey.ReadAsAsync(committee.Lead, draft, "二", 4);

        var view = (await journey.ColumnsAsync(committee.Lead, draft))!;
        (view.Table.Sheet.Name, view.Table.HeadRow).ShouldBe(("二", 4));
        view.Table.Columns.Select(c => (c.Letter, c.Head)).ShouldBe([("B", "8")]);
        view.Table.Rows.Select(r => r.Number).ShouldBe([9]);
    }

    [Theory]
    [InlineData("", "请选择年度。")]
    [InlineData("1999", "年度不在可选范围内，请重新选择。")]
    public async Task Refuses_a_parameter_that_is_missing_or_not_offered(string year, string message)
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);

        var outcome = await journey.UploadAsync(committee.Lead, "组名\n甲组\n", ("year", year));

        outcome.Refusals.Single().ShouldBe(new Refusal("import.parameter", "year", message));
    }

    [Fact]
    public async Task Keeps_a_draft_from_everyone_but_the_person_who_uploaded_it()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        var draft = (await journey.UploadAsync(committee.Lead, "组名\n甲组\n", Year)).Value;
        var colleague = committee.Lead with { PersonId = Guid.CreateVersion7() };
        var reader = committee.ActorAt(PostRole.Inspector, committee.Root);

        foreach (var other in new[] { colleague, reader, committee.Lead with { TenantId = Guid.CreateVersion7() } })
        {
            (await journey.CheckAsync(other, draft)).ShouldBeNull();
            (await journey.CommitAsync(other, draft)).Refusals.Single().Code.ShouldBe("import.absent");
            (await journey.DiscardAsync(other, draft)).Refusals.Single().Code.ShouldBe("import.absent");
        }

        (await journey.Mine.CountAsync(colleague, default)).ShouldBe(0);
        (await journey.Mine.CountAsync(committee.Lead, default)).ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_a_target_that_the_person_may_not_use()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);

        (await journey.UploadAsync(committee.FirstOfficer, "组名\n甲组\n", Year)).Refusals.Single().Code.ShouldBe("import.target");
    }

    [Fact]
    public async Task Forgets_the_file_when_it_is_discarded()
    {
        var (committee, journey) = await StartAsync(DatabaseKind.Sqlite);
        var draft = (await journey.UploadAsync(committee.Lead, "组名\n甲组\n", Year)).Value;

        (await journey.DiscardAsync(committee.Lead, draft)).IsDone.ShouldBeTrue();

        (await database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<ImportDraft>().CountAsync(), default)).ShouldBe(0);
        (await journey.CommitAsync(committee.Lead, draft)).Refusals.Single().Code.ShouldBe("import.absent");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sweeps_files_after_seven_days_and_keeps_the_results(DatabaseKind kind)
    {
        var (committee, journey) = await StartAsync(kind);
        var open = (await journey.UploadAsync(committee.Lead, "组名\n甲组\n", Year)).Value;
        var done = (await journey.UploadAsync(committee.Lead, "组名\n乙组\n", Year)).Value;
        await journey.CommitAsync(committee.Lead, done);
        clock.Advance(TimeSpan.FromDays(ImportDraft.KeptDays) + TimeSpan.FromSeconds(1));
        var fresh = (await journey.UploadAsync(committee.Lead, "组名\n丙组\n", Year)).Value;
        var sweep = new SweepImports(database!.UnitOfWork, clock);

        (await sweep.RunAsync(committee.TenantId, default)).ShouldBe(2);
        (await sweep.RunAsync(committee.TenantId, default)).ShouldBe(0);

        var kept = await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<ImportDraft>().OrderBy(d => d.Id).Select(d => new { d.Id, d.Content.Length, d.Added }).ToListAsync(), default);
        kept.Select(d => d.Id).ShouldBe([done, fresh]);
        (kept[0].Length, kept[0].Added).ShouldBe((0, 1));
        kept.ShouldNotContain(d => d.Id == open);
    }

    public void Dispose() => database?.Dispose();

    private async Task<(Committee Committee, Journey Journey)> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        return (await Committee.FoundAsync(database, clock), new Journey(database, clock, new PeerGroupImport()));
    }

    private Task<List<string>> GroupsAsync(Committee committee) =>
        database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<PeerGroup>().Select(g => g.Name).ToListAsync(), default);
}
