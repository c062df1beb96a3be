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
        var answered = await listed.Form("答复").Fill("答复", "已合并为一张，由系统带入。").SendAsync();

        answered.Text.ShouldContain("没有待答复的投诉建议");
        (await browser.GetAsync("/complaints?all=true")).Text.ShouldContain("已合并为一张");
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
