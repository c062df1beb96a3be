using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Text;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Journal;

public sealed partial class JournalPageTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Committee committee = default!;
    private Administration administration = default!;
    private Browser? browser;

    [Fact]
    public async Task Is_for_the_audit_administrator_and_the_head_of_the_committee()
    {
        await StartAsync(DatabaseKind.Sqlite);
        using var another = browser!.Another();

        (await browser.GetAsync("/")).Path.ShouldBe("/journal");
        await another.SignInAsync("lead");
        (await another.GetAsync("/journal")).Heading.ShouldBe("留痕");
        await another.SignInAsync("sysadmin");
        (await another.GetAsync("/journal")).Path.ShouldStartWith("/denied");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_what_happened_in_words_and_finds_it_again(DatabaseKind kind)
    {
        await StartAsync(kind);
        var someone = await administration.AddAsync("陈立", "chenli", committee.Branch, PostRole.BranchSecretary);
        await administration.Disable.RunAsync(administration.System, new(someone.AccountId, "已调离"), default);

        var byAction = await browser!.GetAsync("/journal?action=account.disabled");
        var byPerson = await browser.GetAsync("/journal?person=钱伟");
        var bySubject = await browser.GetAsync($"/journal?id={someone.AccountId}&subject=Account");
        var tomorrow = await browser.GetAsync("/journal?from=2026-10-13");
        var until = await browser.GetAsync("/journal?until=2026-10-12&action=account.disabled");

        byAction.Rows("留痕记录").Single().ShouldBe(["2026-10-12 09:00:00", "钱伟", "停用账号", "账号 chenli", "已调离"]);
        byPerson.Rows("留痕记录").Count.ShouldBe(1);
        bySubject.Rows("留痕记录").Count.ShouldBe(1);
        tomorrow.Text.ShouldContain("没有符合条件的记录");
        until.Rows("留痕记录").Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Turns_pages_without_losing_or_repeating_an_entry(DatabaseKind kind)
    {
        await StartAsync(kind);
        for (var i = 0; i < 60; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(i % 2));
            await WriteAsync(committee.TenantId, null, $"test.{i}");
            await WriteAsync(committee.TenantId, null, $"test.{i}b");
        }

        var query = new JournalQuery(database!.UnitOfWork);
        var auditor = committee.ActorAt(PostRole.AuditAdministrator, committee.Root);
        var filter = JournalFilter.Read(_ => null);
        var seen = new List<Guid>();
        JournalQuery.Page page;
        Guid? after = null;
        do
        {
            page = await query.PageAsync(auditor, filter, after, default);
            seen.AddRange(page.Lines.Select(l => l.Id));
            after = page.Older;
        }
        while (after is not null);

        var all = await administration.ReadAsync(db => db.Set<JournalEntry>().Select(e => e.Id).ToListAsync());
        seen.Count.ShouldBe(all.Count);
        seen.Order().ShouldBe(all.Order());
        (await browser!.GetAsync("/journal")).Rows("留痕记录").Count.ShouldBe(JournalQuery.EntriesAPage);
        (await (await browser.GetAsync("/journal")).ClickAsync("更早的记录")).Text.ShouldContain("回到最新");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_nothing_of_another_committee_nor_of_other_subtrees(DatabaseKind kind)
    {
        await StartAsync(kind);
        var stranger = await Committee.FoundAsync(database!, clock, "stranger");
        await WriteAsync(stranger.TenantId, stranger.LeadPersonId, "test.elsewhere");
        var first = await administration.AddAsync("王强", "wangqiang", committee.First, PostRole.PartyCommitteeOfficer);
        var second = await administration.AddAsync("许静", "xujing", committee.Second, PostRole.PartyCommitteeOfficer);
        await WriteAsync(committee.TenantId, first.PersonId, "test.first");
        await WriteAsync(committee.TenantId, second.PersonId, "test.second");
        var query = new JournalQuery(database!.UnitOfWork);
        var filter = JournalFilter.Read(_ => null);

        var below = await query.PageAsync(committee.ActorAt(PostRole.WorkCommitteeLead, committee.First), filter, null, default);
        var top = await query.PageAsync(committee.Lead, filter, null, default);
        var nobody = await query.PageAsync(committee.FirstOfficer, filter, null, default);

        below.Lines.Select(l => l.Action).ShouldBe(["test.first"]);
        top.Lines.Select(l => l.Action).ShouldContain("test.second");
        top.Lines.Select(l => l.Action).ShouldNotContain("test.elsewhere");
        nobody.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Exports_what_is_filtered_and_needs_few_commands()
    {
        await StartAsync(DatabaseKind.Sqlite);

        var (name, bytes) = await browser!.DownloadAsync("/journal/export?format=csv&action=account.signed-in");
        database!.Commands.Clear();
        await browser.GetAsync("/journal");

        name.ShouldBe("留痕.csv");
        TableReader.Read(bytes, name).Value.Rows[1].Cells.Skip(1).Take(4).ShouldBe(["郭明", "登录", "账号", "auditor"]);
        database.Commands.Commands.Count.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void Has_words_for_every_action_that_is_documented()
    {
        var documented = File.ReadLines(Path.Combine(Root(), "docs", "events.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(l => ActionNames().Matches(l.Split('|')[1]).Select(m => m.Value)).ToList();

        documented.Count.ShouldBeGreaterThan(30);
        documented.Except(JournalWords.Actions.Keys).ShouldBeEmpty("add words to the journal.json of the module and English to its en.json");
        JournalWords.Actions.Keys.Except(documented).ShouldBeEmpty("document these in docs/events.md");
        JournalWords.Actions.Values.Concat(JournalWords.Subjects.Values).Except(T.Catalogue.Keys).ShouldBeEmpty("add English to the en.json of the module");
        documented.ShouldNotContain("unit.made-up");
    }

    public void Dispose()
    {
        browser?.Dispose();
        database?.Dispose();
    }

    private async Task StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        committee = await Committee.FoundAsync(database, clock);
        administration = await Administration.AddAsync(database, committee, clock);
        browser = Browser.Start(database, clock);
        await browser.SignInAsync("auditor");
    }

    private Task WriteAsync(Guid tenantId, Guid? actorId, string action) => database!.UnitOfWork.WriteAsync<bool>(
        tenantId,
        async db =>
        {
            await db.SaveAsync(new Change(actorId, clock.UtcNow, action, "Test", null), default);
            return true;
        },
        default);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Yipanqi.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The solution is not above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*")]
    private static partial Regex ActionNames();
}
