using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Access;

public static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapAccounts();
        routes.MapWorkingDays();
        routes.MapPost(Addresses.SignOut, async (HttpContext http, IAntiforgery antiforgery, SignOut signOut) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http))
            {
                return Results.BadRequest();
            }

            if (http.FindActor() is { } actor)
            {
                await signOut.RunAsync(actor, AccountClaims.From(http.User)!.AccountId, http.RequestAborted);
            }

            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return Results.LocalRedirect(Addresses.SignIn);
        }).AllowAnonymous();
    }
}
