using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Jobs;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Jobs;

public sealed class LongWorkTests : IDisposable
{
    private readonly TestClock clock = new(TimeProvider.System.GetUtcNow());
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Goes_on_by_itself_and_leaves_its_result(DatabaseKind kind)
    {
        var (committee, runner, query) = await StartAsync(kind);
        var (begun, may) = (new TaskCompletionSource(), new TaskCompletionSource());

        var id = await runner.BeginAsync(committee.Lead, "测算 2026年第三季度", "/back", async (progress, _) =>
        {
            progress.Report(new("计分、排名", 1, 3));
            begun.SetResult();
            await may.Task;
            return new WorkEnd(true, "已测算。先看预览，核对后发布。", "/result");
        }, default);
        await begun.Task;

        (await query.FindAsync(committee.Lead, id, default))!.Step.ShouldBe(new WorkStep("计分、排名", 1, 3));
        may.SetResult();
        var ended = await EndOfAsync(query, committee.Lead, id);
        (ended.State, ended.Link, ended.Step).ShouldBe((LongWorkState.Done, "/result", null));
        await runner.StopAsync(default);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_its_owners_alone(DatabaseKind kind)
    {
        var (committee, runner, query) = await StartAsync(kind);

        var id = await runner.BeginAsync(committee.Lead, "测算", "/", (_, _) => Task.FromResult(new WorkEnd(true, "", "")), default);

        (await query.FindAsync(committee.Lead with { PersonId = Guid.CreateVersion7() }, id, default)).ShouldBeNull();
        (await query.FindAsync(committee.Lead with { TenantId = Guid.CreateVersion7() }, id, default)).ShouldBeNull();
        (await query.RecentAsync(committee.Lead, default)).Single().Id.ShouldBe(id);
        await runner.StopAsync(default);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task That_was_cut_off_by_a_stop_says_so_after_the_next_start(DatabaseKind kind)
    {
        var (committee, runner, query) = await StartAsync(kind);
        var begun = new TaskCompletionSource();
        var id = await runner.BeginAsync(committee.Lead, "导入", "/", async (_, stopping) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stopping);
            return new WorkEnd(true, "", "");
        }, default);
        await begun.Task;
        await runner.StopAsync(default);

        var next = Runner();
        await next.StartAsync(default);

        var line = await EndOfAsync(new LongWorkQuery(database!.UnitOfWork, next, clock), committee.Lead, id);
        line.State.ShouldBe(LongWorkState.Interrupted);
        line.Message.ShouldContain("平台重新启动");
        await next.StopAsync(default);
        query.ShouldNotBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task That_fails_says_that_nothing_was_written_and_the_queue_goes_on(DatabaseKind kind)
    {
        var (committee, runner, query) = await StartAsync(kind);

        var failing = await runner.BeginAsync(committee.Lead, "坏的", "/", (_, _) => throw new InvalidOperationException("no"), default);
        var refused = await runner.BeginAsync(committee.Lead, "不行的", "/", (_, _) => Task.FromResult(WorkEnd.Of<int>(new Refusal("x", "", "没有导入。"), "已导入。", _ => "/")), default);

        (await EndOfAsync(query, committee.Lead, failing)).Message.ShouldContain("没有写入任何内容");
        (await EndOfAsync(query, committee.Lead, refused)).ShouldSatisfyAllConditions(l => l.State.ShouldBe(LongWorkState.Refused), l => l.Message.ShouldBe("没有导入。"));
        await runner.StopAsync(default);
    }

    [Fact]
    public async Task Is_told_over_server_sent_events_to_its_owner_and_shown_on_a_page()
    {
        database = new TestDatabase(DatabaseKind.Sqlite);
        var committee = await Committee.FoundAsync(database, clock);
        using var browser = Browser.Start(database, clock);
        await browser.SignInAsync();
        var (begun, may) = (new TaskCompletionSource(), new TaskCompletionSource());
        var runner = browser.Services.GetRequiredService<LongWorkRunner>();
        var id = await runner.BeginAsync(committee.Lead with { PersonId = committee.LeadPersonId }, "测算", "/assessment/quarters", async (progress, _) =>
        {
            progress.Report(new("计分、排名", 1, 4));
            begun.SetResult();
            await may.Task;
            return new WorkEnd(true, "已导入。", "/imports");
        }, default);
        await begun.Task;

        var page = await browser.GetAsync($"/progress/{id}");
        page.Text.ShouldContain("计分、排名");
        page.Document.SelectSingleNode("//head//noscript/meta[@http-equiv='refresh']").ShouldNotBeNull();
        may.SetResult();
        using var stream = await browser.SendAsync(new(HttpMethod.Get, $"/progress/{id}/stream"));
        var events = await stream.Content.ReadAsStringAsync();
        stream.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        events.ShouldContain("event: end");
        (await browser.GetAsync($"/progress/{id}")).LinkOf("看结果").ShouldBe("/imports");
        (await browser.SendAsync(new(HttpMethod.Get, $"/progress/{Guid.NewGuid()}/stream"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/progress/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    public void Dispose() => database?.Dispose();

    private LongWorkRunner Runner() => new(database!.UnitOfWork, clock, NullLogger<LongWorkRunner>.Instance);

    private async Task<(Committee, LongWorkRunner, LongWorkQuery)> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, clock);
        var runner = Runner();
        await runner.StartAsync(default);
        return (committee, runner, new LongWorkQuery(database.UnitOfWork, runner, clock));
    }

    private static async Task<LongWorkQuery.Line> EndOfAsync(LongWorkQuery query, Actor actor, Guid id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await query.FindAsync(actor, id, limit.Token) is { State: LongWorkState.Running })
        {
            await Task.Yield();
        }

        return (await query.FindAsync(actor, id, default))!;
    }
}
