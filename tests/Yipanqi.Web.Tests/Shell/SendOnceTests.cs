using System.Net;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Forms;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Shell;

public sealed class SendOnceTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Committee committee = default!;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leads_a_form_sent_again_to_where_the_first_led_and_changes_nothing_more(DatabaseKind kind)
    {
        await StartAsync(kind);
        var form = (await NewUnitAsync()).Fill("编码", "N1").Fill("名称", "新单位");

        var first = await form.SendAsync();
        var second = await form.SendAsync();

        first.Heading.ShouldBe("新单位");
        second.Path.ShouldBe(first.Path);
        (await CountAsync("N1")).ShouldBe(1);
    }

    [Fact]
    public async Task Takes_what_was_changed_after_going_back_for_another_form()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var form = (await NewUnitAsync()).Fill("编码", "N1").Fill("名称", "新单位");

        await form.SendAsync();
        await form.Fill("编码", "N2").SendAsync();

        (await CountAsync("N1"), await CountAsync("N2")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Lets_a_refused_form_be_sent_again_as_it_is()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var form = (await NewUnitAsync()).Fill("编码", "P1").Fill("名称", "新单位");

        var refused = await form.SendAsync();
        var again = await form.SendAsync();

        (refused.Status, again.Status).ShouldBe((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity));
        again.Text.ShouldContain("编码 P1 已经用过");
    }

    [Fact]
    public async Task Remembers_a_form_for_a_day()
    {
        await StartAsync(DatabaseKind.Sqlite);
        await (await NewUnitAsync()).Fill("编码", "N1").Fill("名称", "新单位").SendAsync();

        clock.Advance(TimeSpan.FromDays(2));
        await browser!.SignInAsync();
        await (await NewUnitAsync()).Fill("编码", "N2").Fill("名称", "新单位").SendAsync();

        var kept = await database!.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<SentForm>().ToListAsync(), default);
        kept.ShouldHaveSingleItem().Day.ShouldBe(ChinaTime.DayOf(clock.UtcNow));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Takes_a_form_again_over_which_the_program_died_before_anything_was_changed(DatabaseKind kind)
    {
        var (forms, account, key) = await DiedAsync(kind);

        clock.Advance(TimeSpan.FromMinutes(6));
        var again = await forms.ClaimAsync(account, key, default);

        again.ShouldBeNull();
        await ShouldWaitAsync(forms, account, key); // it is in hand again
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Does_not_take_it_again_where_something_was_changed_or_too_soon_or_of_strangers(DatabaseKind kind)
    {
        var (forms, account, key) = await DiedAsync(kind);
        await forms.ClaimAsync(null, key, default);

        clock.Advance(TimeSpan.FromMinutes(4));
        await ShouldWaitAsync(forms, account, key);
        await database!.UnitOfWork.WriteAsync<bool>(
            committee.TenantId,
            async db =>
            {
                await db.SaveAsync(new Change(committee.LeadPersonId, clock.UtcNow, "test.changed", "Test", null), default);
                return true;
            },
            default);
        clock.Advance(TimeSpan.FromMinutes(4));

        await ShouldWaitAsync(forms, account, key);
        await ShouldWaitAsync(forms, null, key);
    }

    public void Dispose()
    {
        browser?.Dispose();
        database?.Dispose();
    }

    // A sending that was taken in hand and never answered; the program that comes after it.
    private async Task<(SentForms Forms, AccountClaims Account, Guid Key)> DiedAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        committee = await Committee.FoundAsync(database, clock);
        var account = await database.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Users.Select(a => new AccountClaims(a.Id, a.DomainId, "", clock.UtcNow)).SingleAsync(), default);
        var key = Guid.NewGuid();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await new SentForms(database.UnitOfWork, clock).ClaimAsync(account, key, default)).ShouldBeNull();
        return (new SentForms(database.UnitOfWork, clock), account, key);
    }

    private static async Task ShouldWaitAsync(SentForms forms, AccountClaims? account, Guid key)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));

        await Should.ThrowAsync<OperationCanceledException>(() => forms.ClaimAsync(account, key, patience.Token));
    }

    private async Task StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        committee = await Committee.FoundAsync(database, clock);
        browser = Browser.Start(database, clock);
        await browser.SignInAsync();
    }

    private async Task<BrowserForm> NewUnitAsync() => (await browser!.GetAsync($"/units/new?parent={committee.Root.Id}")).Form("保存");

    private Task<int> CountAsync(string code) =>
        database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<Unit>().CountAsync(u => u.Code == code), default);
}
