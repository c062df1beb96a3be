using System.Net;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.PublicService;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.PublicService;

public sealed class ComplaintPageTests
{
    private readonly TestClock clock = new(TimeProvider.System.GetUtcNow());

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Takes_a_complaint_from_a_stranger_and_keeps_nothing_of_them(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, clock);
        using var browser = Browser.Start(database, clock);

        var done = await (await browser.GetAsync("/complaints/new")).Form("提交").Fill("要反映的事", "同一张表报了三次。").SendAsync();

        var kept = await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<Complaint>().SingleAsync(), default);
        done.Text.ShouldContain(kept.Number);
        kept.Contact.ShouldBeEmpty();
        (await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().SingleAsync(e => e.SubjectId == kept.Id), default)).ActorId.ShouldBeNull();
    }

    [Fact]
    public async Task Is_answered_by_those_who_may()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        await Committee.FoundAsync(database, clock);
        using var browser = Browser.Start(database, clock);
        await (await browser.GetAsync("/complaints/new")).Form("提交").Fill("要反映的事", "同一张表报了三次。").SendAsync();
        await browser.SignInAsync();

        var listed = await browser.GetAsync("/complaints");
        var opened = await browser.GetAsync(listed.Document.SelectSingleNode("//table//tbody//a")!.GetAttributeValue("href", ""));
        var answered = await opened.Form("答复").Fill("答复", "已合并为一张，由系统带入。").SendAsync();

        answered.Text.ShouldContain("没有待答复的投诉建议");
        listed.Rows("收到的投诉建议").Single()[2].ShouldBe("同一张表报了三次。");
        opened.Heading.ShouldStartWith("TS");
        (await browser.GetAsync(opened.Path)).Text.ShouldContain("已合并为一张");
        (await browser.GetAsync("/complaints?show=answered")).Rows("收到的投诉建议").Single()[3].ShouldBe("已答复");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_listed_by_page_word_and_state_for_those_who_handle_them_alone(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, clock);
        var other = await Committee.FoundAsync(database, clock, "other");
        await database.UnitOfWork.WriteAsync<bool>(
            committee.TenantId,
            async db =>
            {
                foreach (var i in Enumerable.Range(1, 60))
                {
                    var complaint = Complaint.New(db.TenantId, $"第{i}件", "", "/board", new DateOnly(2026, 1, 1).AddDays(i));
                    if (i % 20 == 0)
                    {
                        complaint.Reply("已办。", clock.UtcNow);
                    }

                    db.Add(complaint);
                }

                await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(Complaint), null), default);
                return true;
            },
            default);
        var complaints = new ComplaintsQuery(database.UnitOfWork);

        var open = await complaints.PageAsync(committee.Lead, new(ComplaintFilter.Open, null, false), 2, default);
        var found = await complaints.PageAsync(committee.Lead, new(ComplaintFilter.All, "第40件", false), 1, default);
        var oldest = await complaints.PageAsync(committee.Lead, new(ComplaintFilter.All, null, true), 1, default);

        (open.Rows.Count, open.Counted, open.Rows[^1].Text).ShouldBe((7, 57, "第1件"));
        found.Rows.Single().Answer.ShouldBe("已办。");
        (oldest.Rows.Count, oldest.Rows[0].Text).ShouldBe((50, "第1件"));
        (await complaints.PageAsync(committee.FirstOfficer, new(ComplaintFilter.All, null, false), 1, default)).Rows.ShouldBeEmpty();
        (await complaints.PageAsync(other.Lead, new(ComplaintFilter.All, null, false), 1, default)).Rows.ShouldBeEmpty();
        (await complaints.OneAsync(other.Lead, found.Rows[0].Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Are_downloaded_without_how_to_reach_their_writers()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        await Committee.FoundAsync(database, clock);
        using var browser = Browser.Start(database, clock);
        await (await browser.GetAsync("/complaints/new")).Form("提交").Fill("要反映的事", "同一张表报了三次。").Fill("联系方式（可不填）", "13900000000").SendAsync();
        await browser.SignInAsync();

        var (name, file) = await browser.DownloadAsync("/complaints/export?format=csv");

        name.ShouldBe("投诉建议.csv");
        var text = System.Text.Encoding.UTF8.GetString(file);
        text.ShouldContain("同一张表报了三次。");
        text.ShouldNotContain("13900000000");
    }

    [Theory, InlineData("", "请写下要反映的事"), InlineData("long", "最多 2000 字，现有 2001 字")]
    public async Task Refuses_nothing_and_too_much_and_keeps_what_was_typed(string text, string sentence)
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        await Committee.FoundAsync(database, clock);
        using var browser = Browser.Start(database, clock);
        var typed = text == "long" ? new string('字', 2001) : text;

        var refused = await (await browser.GetAsync("/complaints/new")).Form("提交").Fill("要反映的事", typed).SendAsync();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain(sentence);
        refused.Form("提交")["要反映的事"].Trim().ShouldBe(typed);
    }
}
