using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access.WorkingDays;

public sealed class CalendarImportTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_year_that_was_provisional_is_known_after_its_import(DatabaseKind kind)
    {
        using var ground = await CalendarGround.StartAsync(kind);
        var before = await ground.CalendarAsync();

        await ground.ImportAsync(CalendarGround.Next);

        var after = await ground.CalendarAsync();
        before.AddWorkingDays(new(2026, 12, 31), 1).ShouldBe(new DueDay(new(2027, 1, 1), true));
        after.AddWorkingDays(new(2026, 12, 31), 1).ShouldBe(new DueDay(new(2027, 1, 4), false));
        after.IsWorkingDay(new(2026, 12, 27)).ShouldBeTrue();
        after.Years.ShouldBe([2024, 2025, 2026, 2027]);
        (await ground.Query.FindAsync(ground.Committee.Lead, 2027, default)).Source.ShouldBe("国办发明电〔2026〕6号");
        (await ground.JournalAsync("calendar.imported")).Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Importing_again_changes_nothing_and_another_file_takes_its_place(DatabaseKind kind)
    {
        using var ground = await CalendarGround.StartAsync(kind);
        await ground.ImportAsync(CalendarGround.Next);
        var known = await ground.CalendarAsync();

        await ground.ImportAsync(CalendarGround.Next);
        (await ground.CalendarAsync()).ShouldBeSameAs(known);
        var draft = await ground.Import.UploadAsync(ground.Committee.Lead, "日期,安排,节日\n2027/1/1,放假,元旦\n2027-02-07,调休,春节\n2027-02-08,调休,春节\n", ("year", "2027"), ("source", "更正"));
        var preview = await ground.Import.PreviewAsync(ground.Committee.Lead, draft.Value);
        await ground.Import.CommitAsync(ground.Committee.Lead, draft.Value);

        preview.Rows.Select(r => (r.Change, r.Note)).ShouldBe([(RowChange.Unchanged, ""), (RowChange.Added, ""), (RowChange.Updated, "休息 春节 → 上班 春节")]);
        preview.Odd.ShouldBe(1);
        var after = await ground.CalendarAsync();
        after.SpecialDays.Where(d => d.Day >= new DateOnly(2026, 12, 1)).Select(d => (d.Day.ToString("MM-dd"), d.IsWorking)).ShouldBe([("01-01", false), ("02-07", true), ("02-08", true)]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_corrected_shipped_year_stands_in_place_of_it_and_single_changes_stay(DatabaseKind kind)
    {
        using var ground = await CalendarGround.StartAsync(kind);
        await ground.ChangeAsync("2026-10-14", works: false);

        await ground.ImportAsync("date,type\n2026-01-01,holiday\n2026-10-01,holiday\n", "2026");

        var after = await ground.CalendarAsync();
        after.SpecialDays.Count(d => d.Day.Year == 2026).ShouldBe(3);
        after.IsWorkingDay(new(2026, 2, 17)).ShouldBeTrue();
        after.IsWorkingDay(new(2026, 10, 14)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_published_data_of_a_year_can_be_imported_as_they_are()
    {
        using var ground = await CalendarGround.StartAsync(DatabaseKind.Sqlite);
        var rows = ShippedDays.All.Where(d => d.Day.Year == 2026).Select(d => $"{d.Day:yyyy-MM-dd},2026,{(d.IsWorking ? "makeup_workday" : "holiday")},{d.Name}");

        var draft = await ground.Import.UploadAsync(ground.Committee.Lead, "date,year,type,holiday\n" + string.Join('\n', rows), ("year", "2026"), ("source", "网址"));
        var preview = await ground.Import.PreviewAsync(ground.Committee.Lead, draft.Value);

        (preview.Count(RowChange.Unchanged), preview.Faulty, preview.Odd).ShouldBe((39, 0, 0));
    }

    [Theory]
    [InlineData("2027-01-01,休息,元旦\n2027-13-01,休息,元旦", "3A 误 “2027-13-01”不是日期。请写成 2027-01-01 的样子。")]
    [InlineData("2027-01-01,休息,元旦\n2027-02-01,也许,春节", "3B 误 “也许”看不出是休息还是上班。请填“休息”或“上班”。")]
    [InlineData("2027-01-01,休息,元旦\n2027-01-01,休息,元旦", "3A 误 2027-01-01在第 2 行已经有了。请留一行。")]
    [InlineData("2027-01-01,休息,元旦\n2026-12-20,上班,元旦", "3A 误 2026-12-20不在2027年的安排里。请删去这一行，或改年度。")]
    [InlineData("2027-01-01,休息,元旦\n2028-01-03,休息,元旦", "3A 误 2028-01-03不在2027年的安排里。请删去这一行，或改年度。")]
    [InlineData("2027-05-01,休息,劳动节", "2A 误 全年安排里没有 1 月 1 日（元旦）休息。请核对文件是不是这一年的全年安排。")]
    [InlineData("2027-01-01,休息,元旦\n2027-01-04,上班,元旦", "3B 核 这天是周一到周五，本来就上班。请核对日期。")]
    public async Task Points_at_the_cell_that_is_wrong_and_says_how_to_mend_it(string rows, string remark)
    {
        using var ground = await CalendarGround.StartAsync(DatabaseKind.Sqlite);

        var draft = await ground.Import.UploadAsync(ground.Committee.Lead, "日期,安排,节日\n" + rows, ("year", "2027"), ("source", "通知"));

        Journey.Remarks(await ground.Import.PreviewAsync(ground.Committee.Lead, draft.Value)).ShouldBe([remark]);
    }

    [Fact]
    public async Task Asks_for_year_and_source_and_for_who_manages_the_whole_calendar()
    {
        using var ground = await CalendarGround.StartAsync(DatabaseKind.Sqlite);
        var below = ground.Committee.ActorAt(PostRole.WorkCommitteeOfficer, ground.Committee.First);

        var bad = await ground.Import.UploadAsync(ground.Committee.Lead, CalendarGround.Next, ("year", "27"), ("source", " "));
        var outside = await ground.Import.UploadAsync(below, CalendarGround.Next, ("year", "2027"), ("source", "通知"));

        bad.Refusals.Select(r => r.Field).ShouldBe(["year", "source"]);
        outside.Refusals.Single().Code.ShouldBe("calendar.forbidden");
    }
}
