using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security;

/// <summary>A4: what was taken from an account is gone with the very next request of every session that is open.</summary>
[Trait("Category", "Security")]
public sealed class RevocationTests : IAsyncLifetime
{
    private const int Sessions = 20;
    private const string Page = "/assessment/quarters";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly TestClock clock = new();
    private readonly TestDatabase database = new(DatabaseKind.Sqlite);
    private readonly List<Browser> sessions = [];
    private Committee committee = default!;
    private Administration administration = default!;
    private Administration.Someone someone = default!;
    private Browser host = default!;

    public async Task InitializeAsync()
    {
        committee = await Committee.FoundAsync(database, clock);
        administration = await Administration.AddAsync(database, committee, clock);
        someone = await administration.AddAsync("王强", "wangqiang", committee.First, PostRole.PartyCommitteeOfficer);
        host = Browser.Start(database, clock);
        for (var i = 0; i < Sessions; i++)
        {
            sessions.Add(host.Another());
            await sessions[i].SignInAsync("wangqiang");
        }

        (await RefusedAsync()).ShouldBe(0);
    }

    [Fact]
    public Task Ends_with_disabling_the_account() => EndsAfterAsync(
        async () => (await Service<DisableAccount>().RunAsync(administration.System, new(someone.AccountId, "调离"), default)).IsDone);

    [Fact]
    public async Task Ends_with_the_post()
    {
        await administration.ProposeEnd.RunAsync(administration.System, new(someone.AccountId, someone.PostId, new DateOnly(2026, 10, 11), "调离"), default);

        await EndsAfterAsync(ApproveAllAsync);
    }

    [Fact]
    public async Task Ends_with_a_reset_secret()
    {
        await administration.ProposeSecret.RunAsync(administration.System, new(someone.AccountId, "忘了口令"), default);

        await EndsAfterAsync(ApproveAllAsync);
    }

    [Fact]
    public async Task Loses_what_the_new_role_does_not_give()
    {
        await administration.ProposeEnd.RunAsync(administration.System, new(someone.AccountId, someone.PostId, new DateOnly(2026, 10, 11), "换岗"), default);
        await administration.ProposePost.RunAsync(administration.System, new(someone.AccountId, administration.PostAt(committee.First, PostRole.BranchSecretary), "换岗"), default);

        await EndsAfterAsync(ApproveAllAsync);

        (await sessions[0].GetAsync("/units")).Path.ShouldBe("/units");
    }

    [Fact]
    public async Task Goes_on_where_nothing_was_taken()
    {
        await administration.ProposeSecret.RunAsync(administration.System, new(someone.AccountId, "忘了口令"), default);

        (await Record.ExceptionAsync(() => EndsAfterAsync(() => Task.FromResult(true)))).ShouldBeOfType<ShouldAssertException>();
    }

    public Task DisposeAsync()
    {
        sessions.ForEach(s => s.Dispose());
        host.Dispose();
        database.Dispose();
        return Task.CompletedTask;
    }

    // The clock stands still: nothing runs out by itself.
    private async Task EndsAfterAsync(Func<Task<bool>> take)
    {
        (await take()).ShouldBeTrue();
        var watch = Stopwatch.StartNew();
        var first = await IsRefusedAsync(sessions[0]);
        var spent = watch.Elapsed;

        first.ShouldBeTrue();
        spent.ShouldBeLessThan(Limit);
        (await RefusedAsync()).ShouldBe(Sessions);
    }

    private async Task<bool> ApproveAllAsync()
    {
        var open = await administration.OpenAsync();
        return (await Service<DecideProposals>().RunAsync(administration.Security, new([.. open.Select(p => p.Id)], true, ""), default)).IsDone;
    }

    private T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    private async Task<int> RefusedAsync()
    {
        var refused = 0;
        foreach (var session in sessions)
        {
            refused += await IsRefusedAsync(session) ? 1 : 0;
        }

        return refused;
    }

    private static async Task<bool> IsRefusedAsync(Browser session) => (await session.GetAsync(Page)).Path != Page;
}
