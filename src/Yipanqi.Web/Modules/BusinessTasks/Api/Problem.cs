using System.Text.Json;
using Yipanqi.Web.Database;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>What went wrong, for a program and for the person who reads its log: problem+json (RFC 9457) with whole sentences.</summary>
public sealed record Problem(int Status, string Title, string Detail, IReadOnlyList<Problem.Fault> Errors)
{
    private const string MediaType = "application/problem+json";

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="Field">Where in what was sent: tasks[3].milestones[0].due.</param>
    public sealed record Fault(string Field, string Message);

    public static IResult Of(int status, string title, string detail = "") => new Problem(status, T.Of(title), T.Of(detail), []).ToResult();

    /// <summary>A refusal of a use case: 409 where others were quicker, else 422.</summary>
    public static IResult Of(IReadOnlyList<Refusal> refusals) => refusals is [{ Code: TaskChanges.RacedCode }]
        ? Of(StatusCodes.Status409Conflict, "刚才有别的请求改了同样的任务，没有保存。", "请把同样的内容再送一次。")
        : new Problem(StatusCodes.Status422UnprocessableEntity, T.Of("送来的内容有误，一条也没有保存。"), T.Of(refusals[0].Message), [.. refusals.Select(r => new Fault(r.Field, T.Of(r.Message)))]).ToResult();

    /// <summary>Written where no endpoint answers, and the services of the request may be gone: after a failure.</summary>
    public static Task WriteAsync(HttpResponse response, int status, string title, string detail, CancellationToken cancellation)
    {
        response.StatusCode = status;
        return response.WriteAsJsonAsync(new Problem(status, T.Of(title), T.Of(detail), []), Written, MediaType, cancellation);
    }

    private IResult ToResult() => Results.Json(this, Written, MediaType, Status);
}
