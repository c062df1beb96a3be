using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Yipanqi.Web.Access;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Jobs;

/// <summary>Server-sent events of one piece of long work: a line whenever it has come further, and "end" when it is over.</summary>
public static class ProgressStream
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public sealed record Line(string Step, int Percent);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/progress/{id:guid}/stream", OpenAsync);

    private static async Task<Results<ServerSentEventsResult<Line>, NotFound>> OpenAsync(
        HttpContext http, Guid id, LongWorkQuery work, T t, CancellationToken cancellation)
    {
        if (await work.FindAsync(http.Actor(), id, cancellation) is null)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(FollowAsync(http.Actor(), id, work, t, cancellation));
    }

    private static async IAsyncEnumerable<SseItem<Line>> FollowAsync(
        Actor actor, Guid id, LongWorkQuery work, T t, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Line? last = null;
        while (await work.FindAsync(actor, id, cancellation) is { State: LongWorkState.Running } now)
        {
            var line = now.Step is { } step ? new Line(t[step.Name], step.Percent) : new Line(t["正在办理"], 0);
            if (line != last)
            {
                yield return new SseItem<Line>(last = line, "step");
            }

            await Task.Delay(Pause, cancellation);
        }

        yield return new SseItem<Line>(new("", 100), "end");
    }
}
