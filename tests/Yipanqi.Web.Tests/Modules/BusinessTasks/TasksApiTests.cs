using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Api;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks;

public sealed class TasksApiTests : IDisposable
{
    private const string Batch = """{"tasks":[{"key":"K1","title":"改造小区","year":2026,"figures":[{"code":"F1","name":"完成","target":35,"values":[{"day":"2026-06-30","value":18}]}]}]}""";

    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Browser? browser;
    private Guid tenant;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_token_is_issued_on_a_page_shown_once_and_stops_when_revoked(DatabaseKind kind)
    {
        await StartAsync(kind);

        var shown = await (await browser!.GetAsync("/connectors")).Form("发放令牌").Fill("业务系统", "项目系统").FillField("Input.Unit.Text", "A1").SendAsync();
        var token = shown.Texts("//code").Single();
        var (status, _, _, body) = await PutAsync(token, Batch);
        var later = await browser.GetAsync("/connectors");

        token.ShouldStartWith("ypq_");
        (status, body.GetProperty("added").GetInt32()).ShouldBe((HttpStatusCode.OK, 1));
        later.Text.ShouldNotContain("ypq_");
        later.Rows("令牌").Single()[4].ShouldBe("1");
        (await ReadAsync(db => db.Set<ConnectorToken>().Single().Hash)).ShouldNotContain(token[^64..]);

        await later.Form("确认停用").SendAsync();

        var (after, _, _, problem) = await PutAsync(token, Batch);
        after.ShouldBe(HttpStatusCode.Unauthorized);
        problem.GetProperty("title").GetString().ShouldBe("令牌无效或已停用。");
    }

    [Fact]
    public async Task No_token_a_wrong_one_another_tenants_and_a_signed_in_person_are_refused_alike()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var token = await TokenAsync(ground);
        var stranger = await Committee.FoundAsync(database!, clock, "other");
        var turned = "ypq_" + Convert.ToHexStringLower(stranger.TenantId.ToByteArray()) + token[36..];

        var answers = new[] { await PutAsync(null, Batch), await PutAsync("ypq_1", Batch), await PutAsync(token[..^1] + (token[^1] == '0' ? '1' : '0'), Batch), await PutAsync(turned, Batch) };
        using var asPerson = new HttpRequestMessage(HttpMethod.Put, "/api/v1/tasks") { Content = new StringContent(Batch, Encoding.UTF8, "application/json") };
        var person = await browser!.SendAsync(asPerson);

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Unauthorized);
        answers.Select(a => a.Body.GetRawText()).Distinct().Count().ShouldBe(1);
        person.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ReadAsync(db => db.Set<BusinessTask>().Count())).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_whole_sentences_as_problem_json()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var token = await TokenAsync(ground);

        var notJson = await PutAsync(token, "{\"tasks\":[\n{\"key\":");
        var unknown = await PutAsync(token, """{"tasks":[{"key":"K1","titel":"写错的名字"}]}""");
        var faulty = await PutAsync(token, """{"tasks":[{"key":"K1","title":"","due":"某天"}]}""");

        (notJson.Status, notJson.Type).ShouldBe((HttpStatusCode.BadRequest, "application/problem+json"));
        unknown.Status.ShouldBe(HttpStatusCode.BadRequest);
        unknown.Body.GetProperty("detail").GetString()!.ShouldContain("titel");
        faulty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        faulty.Body.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()).ShouldBe(["tasks[0].title", "tasks[0].due"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Answers_what_it_was_fed_page_by_page_and_nothing_else(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.TaskAsync("A1", "人工登记的");
        var token = await TokenAsync(ground);
        await PutAsync(token, "{\"tasks\":[" + string.Join(',', Enumerable.Range(10, 60).Select(i => $$"""{"key":"K{{i}}","title":"任务{{i}}"}""")) + "]}");
        await PutAsync(token, Batch);

        var first = await GetAsync(token, "");
        var second = await GetAsync(token, first.GetProperty("next").GetString()!);

        first.GetProperty("tasks").GetArrayLength().ShouldBe(50);
        second.GetProperty("tasks").GetArrayLength().ShouldBe(11);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        var fed = first.GetProperty("tasks")[0];
        (fed.GetProperty("key").GetString(), fed.GetProperty("lead").GetString(), fed.GetProperty("isDueDerived").GetBoolean()).ShouldBe(("K1", "A1", true));
        fed.GetProperty("figures")[0].GetProperty("value").GetDouble().ShouldBe(18);
    }

    [Fact]
    public async Task A_token_that_asks_too_often_and_an_address_that_guesses_are_told_to_wait()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var token = await TokenAsync(ground);
        var asked = 0;
        while ((await PutAsync(token, "{}")).Status == HttpStatusCode.UnprocessableEntity)
        {
            asked++;
        }

        var waiting = await PutAsync(token, Batch);

        asked.ShouldBe(ConnectorLimits.OfToken);
        (waiting.Status, waiting.RetryAfter).ShouldBe((HttpStatusCode.TooManyRequests, "60"));
        waiting.Body.GetProperty("detail").GetString()!.ShouldContain("请等一分钟再送");
        for (var i = 0; i < ConnectorLimits.OfAddress; i++)
        {
            (await PutAsync($"ypq_{i}", Batch)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await PutAsync("ypq_x", Batch)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tells_a_program_to_come_back_while_the_database_is_away_and_takes_the_same_again_then(DatabaseKind kind)
    {
        var away = new AwaySwitch(kind);
        var ground = await StartAsync(kind, away);
        var token = await TokenAsync(ground);
        await PutAsync(token, Batch);
        away.IsOn = true;

        var put = await PutAsync(token, Batch.Replace("K1", "K2"));
        var get = await SendAsync(token, HttpMethod.Get, "/api/v1/tasks", null);
        away.IsOn = false;

        foreach (var answer in new[] { put, get })
        {
            (answer.Status, answer.Type, answer.RetryAfter).ShouldBe((HttpStatusCode.ServiceUnavailable, "application/problem+json", "5"));
            answer.Body.GetProperty("title").GetString().ShouldBe("数据库正在恢复，没有保存。");
        }

        (await ReadAsync(db => db.Set<BusinessTask>().Count())).ShouldBe(1);
        (await PutAsync(token, Batch.Replace("K1", "K2"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_described_by_a_document_that_names_every_route_and_every_field()
    {
        await StartAsync(DatabaseKind.Sqlite);

        using var document = JsonDocument.Parse(await (await browser!.Bare().GetAsync("/api/v1/openapi.json")).Content.ReadAsStringAsync());

        var told = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}"));
        var mapped = browser.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.Contains("api/v1", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} /{e.RoutePattern.RawText!.Trim('/')}"));
        told.ShouldBe(mapped, ignoreOrder: true);
        document.RootElement.GetProperty("paths").GetProperty("/api/v1/tasks").EnumerateObject().ShouldAllBe(m => m.Value.GetProperty("responses").GetProperty("503").ValueKind == JsonValueKind.Object);
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        Type[] types = [typeof(FedBatch), typeof(FedTask), typeof(FedMilestone), typeof(FedFigure), typeof(FedValue), typeof(FeedTasks.Result), typeof(FedTaskQuery.Page), typeof(FedTaskQuery.Known), typeof(FedTaskQuery.Step), typeof(FedTaskQuery.Figure), typeof(Problem), typeof(Problem.Fault)];
        schemas.EnumerateObject().Select(s => s.Name).ShouldBe(types.Select(t => t.Name), ignoreOrder: true);
        foreach (var type in types)
        {
            schemas.GetProperty(type.Name).GetProperty("properties").EnumerateObject().Select(p => p.Name)
                .ShouldBe(type.GetProperties().Where(p => p.Name != "EqualityContract").Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)), ignoreOrder: true, type.Name);
        }
    }

    public void Dispose()
    {
        browser?.Dispose();
        database?.Dispose();
    }

    private async Task<TaskGround> StartAsync(DatabaseKind kind, AwaySwitch? away = null)
    {
        var ground = await TaskGround.StartAsync(database = new TestDatabase(kind), clock);
        tenant = ground.Committee.TenantId;
        browser = Browser.Start(database, clock, away is null ? null : s => s.AddSingleton(
            new UnitOfWork(new DbContextOptionsBuilder<YipanqiDb>(database.Options).AddInterceptors(away).Options, kind)));
        await browser.SignInAsync();
        return ground;
    }

    private async Task<string> TokenAsync(TaskGround ground) => (await new IssueToken(database!.UnitOfWork, clock).RunAsync(ground.Committee.Lead, new("项目系统", Picked.Of("A1")), default)).Value;

    private async Task<(HttpStatusCode Status, string? Type, string? RetryAfter, JsonElement Body)> SendAsync(string? token, HttpMethod method, string path, string? body)
    {
        using var client = browser!.Bare();
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var answer = await client.SendAsync(request);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.RetryAfter?.ToString(), document.RootElement.Clone());
    }

    private Task<(HttpStatusCode Status, string? Type, string? RetryAfter, JsonElement Body)> PutAsync(string? token, string body) => SendAsync(token, HttpMethod.Put, "/api/v1/tasks", body);

    private async Task<JsonElement> GetAsync(string token, string after) => (await SendAsync(token, HttpMethod.Get, $"/api/v1/tasks?after={after}", null)).Body;

    private Task<T> ReadAsync<T>(Func<YipanqiDb, T> query) => database!.UnitOfWork.ReadAsync(tenant, db => Task.FromResult(query(db)), default);
}
