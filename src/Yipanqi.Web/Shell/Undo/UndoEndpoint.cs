using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Yipanqi.Web.Access;
using Yipanqi.Web.Shell.Frame;
using Yipanqi.Web.Shell.Notices;

namespace Yipanqi.Web.Shell.Undo;

/// <summary>Where the button 撤销 posts to; goes back to the page with what came of it.</summary>
public static class UndoEndpoint
{
    public const string Path = "/undo";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, async Task<RedirectHttpResult> (
        HttpContext http, [FromForm] Guid offer, [FromForm] string? back, UndoChange undo, Flash flash, Text.T t, CancellationToken cancellation) =>
    {
        var outcome = await undo.RunAsync(http.Actor(), offer, cancellation);
        flash.Set(http, outcome.IsDone ? new(t["已撤销"], Text.T.Of(outcome.Value)) : new(t["没有撤销"], Text.T.Of(outcome.Refusals[0].Message), NoticeTone.NotDone));
        return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) ? back : Addresses.Home);
    });
}
