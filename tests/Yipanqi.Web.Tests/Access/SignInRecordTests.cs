using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class SignInRecordTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Committee committee = default!;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_who_signed_in_and_out_and_when_last(DatabaseKind kind)
    {
        await StartAsync(kind);

        await browser!.SignInAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await (await browser.GetAsync("/account")).Form("退出登录").SendAsync();

        (await EntriesAsync()).ShouldBe([("account.signed-in", true), ("account.signed-out", true)]);
        (await AccountAsync()).LastSignInUtc.ShouldBe(clock.UtcNow.AddMinutes(-1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_refused_guesses_without_an_actor_locks_and_opens_after_a_quarter_of_an_hour(DatabaseKind kind)
    {
        await StartAsync(kind);

        for (var i = 0; i < Account.GuessesBeforeLock; i++)
        {
            await GuessAsync("lead", "not-it-0000");
        }

        var locked = await GuessAsync("lead", Administration.Secret);
        clock.Advance(Account.LockedFor + TimeSpan.FromSeconds(1));
        var open = await GuessAsync("lead", Administration.Secret);

        locked.Path.ShouldBe("/sign-in");
        open.Path.ShouldBe("/");
        (await EntriesAsync()).Select(e => e.Action).Order().ShouldBe([.. Enumerable.Repeat("account.sign-in-refused", 6).Append("account.locked").Append("account.signed-in").Order()]);
        (await EntriesAsync()).Where(e => e.Action != "account.signed-in").ShouldAllBe(e => !e.HasActor);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_guesses_at_names_that_nobody_has_without_keeping_the_names(DatabaseKind kind)
    {
        await StartAsync(kind);

        await GuessAsync("nobody", "not-it-0000");
        await GuessAsync("Yipanqi-2026", "typed-in-the-wrong-field");

        (await EntriesAsync()).ShouldBeEmpty();
        (await database!.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<UnknownSignIn>().SingleAsync(), default)).Guesses.ShouldBe(2);
    }

    [Fact]
    public async Task Lets_nobody_in_whose_account_waits_is_disabled_or_has_no_post()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var administration = await Administration.AddAsync(database!, committee, clock);
        var someone = await administration.AddAsync("陈立", "chenli", committee.Branch, PostRole.BranchSecretary);
        await administration.Disable.RunAsync(administration.System, new(someone.AccountId, "调离"), default);
        var made = await administration.ProposeAccount.RunAsync(administration.System, new(null, "孙悦", "sunyue", administration.PostAt(committee.First, PostRole.Inspector), "需要"), default);
        var idle = Account.New(committee.TenantId, "idle", Administration.Secret, new Microsoft.AspNetCore.Identity.UpperInvariantLookupNormalizer(), new Microsoft.AspNetCore.Identity.PasswordHasher<Account>());
        await administration.SaveAsync(idle, Person.New(committee.TenantId, "许静", idle.Id));

        (await GuessAsync("chenli", Administration.Secret)).Text.ShouldContain("账号或口令不对");
        (await GuessAsync("sunyue", made.Value.Secret)).Text.ShouldContain("账号或口令不对");
        (await GuessAsync("idle", Administration.Secret)).Text.ShouldContain("账号或口令不对");
        var why = await administration.ReadAsync(db => db.Set<JournalEntry>().Where(e => e.Action == "account.sign-in-refused").Select(e => e.Detail).ToListAsync());
        why.Order().ShouldBe(["{\"why\":\"Disabled\"}", "{\"why\":\"Pending\"}", "{\"why\":\"WithoutPost\"}"]);
    }

    [Fact]
    public async Task Asks_for_a_new_secret_after_ninety_days_or_never_as_the_security_administrator_set()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var administration = await Administration.AddAsync(database!, committee, clock);
        await browser!.SignInAsync();
        clock.Advance(TimeSpan.FromDays(91));
        using var later = browser.Another();

        await later.SignInAsync();
        var due = await later.GetAsync("/units");
        await new SetSecretAge(database!.UnitOfWork, clock).RunAsync(administration.Security, 0, default);
        clock.Advance(TimeSpan.FromSeconds(2));
        var off = await later.GetAsync("/units");

        due.Path.ShouldBe("/account/secret");
        off.Path.ShouldBe("/units");
        (await new SetSecretAge(database.UnitOfWork, clock).RunAsync(administration.System, 0, default)).IsDone.ShouldBeFalse();
        (await new SetSecretAge(database.UnitOfWork, clock).RunAsync(administration.Security, -1, default)).Refusals.Single().Field.ShouldBe("Days");
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
        browser = Browser.Start(database, clock);
    }

    private async Task<BrowserPage> GuessAsync(string account, string secret) =>
        await (await browser!.GetAsync("/sign-in")).Form("登录").Fill("账号", account).Fill("口令", secret).SendAsync();

    private Task<Account> AccountAsync() => database!.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Users.SingleAsync(a => a.UserName == "lead"), default);

    private async Task<List<(string Action, bool HasActor)>> EntriesAsync() =>
        (await database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().Where(e => e.Action.StartsWith("account.")).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).ToListAsync(), default))
        .ConvertAll(e => (e.Action, e.ActorId is not null));
}
