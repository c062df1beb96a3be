using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Access;

/// <summary>Turns the cookie into the <see cref="Actor"/> of the request; a cookie that no longer holds is taken back.</summary>
public sealed class ActorMiddleware(RequestDelegate next, ActorQuery actors, DomainQuery domains, WaitingCounts waiting, TimeProvider clock)
{
    /// <summary>A session ends at the latest this long after signing in, however busy.</summary>
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(12);

    public async Task InvokeAsync(HttpContext http)
    {
        // The page for failures asks for nobody, and the database may be what failed.
        if (http.User.Identity is { IsAuthenticated: true } && http.Features.Get<IExceptionHandlerFeature>() is null)
        {
            var claims = AccountClaims.From(http.User);
            var inTime = claims is not null && clock.GetUtcNow().UtcDateTime - claims.SignedInUtc < AbsoluteLimit;
            if (inTime && await actors.FindAsync(claims!, http.RequestAborted) is { } actor)
            {
                http.SetActor(actor);
                ForgetWhenDone(http, actor);
                (await domains.PackAsync(actor, http.RequestAborted)).Wording.Take();
                if (Detour(http, actor) is { } elsewhere)
                {
                    http.Response.Redirect(elsewhere);
                    return;
                }
            }
            else
            {
                await http.SignOutAsync(IdentityConstants.ApplicationScheme);
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        await next(http);
    }

    // Before the answer leaves, so that the page it leads to counts anew.
    private void ForgetWhenDone(HttpContext http, Actor actor)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.OnStarting(() =>
            {
                waiting.Forget(actor);
                return Task.CompletedTask;
            });
        }
    }

    // A secret that is due comes before any page, but not before signing out; the first page is each reader's own.
    private static string? Detour(HttpContext http, Actor actor)
    {
        var isOpen = http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (actor.SecretIsDue && !isOpen && http.Request.Path != HomePage.NewSecret)
        {
            return HomePage.NewSecret;
        }

        return http.Request.Path == Addresses.Home && HomePage.Of(actor) is var home && home != Addresses.Home ? home : null;
    }
}
