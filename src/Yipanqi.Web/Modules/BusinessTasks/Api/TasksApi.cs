using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>
/// The interface for business systems: they feed key tasks, milestones and values once, and nobody types them again. Described by
/// <c>openapi.json</c>, which a test holds against what stands here.
/// </summary>
public static class TasksApi
{
    public const string Path = "/api/v1";

    private const long MostBytes = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static void MapTasksApi(this IEndpointRouteBuilder routes)
    {
        // Asked for by the gate, not by sign-in: a business system is no person.
        var api = routes.MapGroup(Path).WithMetadata(new AllowAnonymousAttribute());
        api.MapGet("/openapi.json", () => Results.Text(OpenApi.Document, "application/json"));
        var tasks = api.MapGroup("/tasks").AddEndpointFilter<ConnectorGate>();
        tasks.MapGet("", FindAsync);
        tasks.MapPut("", FeedAsync).WithMetadata(new RequestSizeLimit(MostBytes));
    }

    private static async Task<IResult> FindAsync(HttpContext http, string? after, FedTaskQuery tasks, CancellationToken cancellation) =>
        Results.Json(await tasks.FindAsync(ConnectorGate.ConnectorOf(http), after ?? "", cancellation));

    private static async Task<IResult> FeedAsync(HttpContext http, FeedTasks feed, CancellationToken cancellation)
    {
        FedBatch? batch;
        try
        {
            batch = await JsonSerializer.DeserializeAsync<FedBatch>(http.Request.Body, Json, cancellation);
        }
        catch (JsonException e)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "送来的内容不是约定的 JSON，没有保存。", $"第 {e.LineNumber + 1} 行 {e.Path} 读不懂。请对照 {Path}/openapi.json。");
        }
        catch (BadHttpRequestException e)
        {
            return Problem.Of(e.StatusCode, "送来的内容太大或没有送完，没有保存。", $"一次最多 {MostBytes / 1024 / 1024} MB。请分批送。");
        }

        var outcome = await feed.RunAsync(ConnectorGate.ConnectorOf(http), batch, cancellation);
        return outcome.IsDone ? Results.Json(outcome.Value) : Problem.Of(outcome.Refusals);
    }

    private sealed record RequestSizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
