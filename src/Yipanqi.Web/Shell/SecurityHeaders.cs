using Yipanqi.Web.Access;

namespace Yipanqi.Web.Shell;

/// <summary>Headers every answer carries: nothing from elsewhere runs, is framed or is guessed at; signed-in pages are not stored.</summary>
public sealed class SecurityHeaders(RequestDelegate next, StartOptions options)
{
    // Scripts and styles come from files alone; the hash is the style of Turbo's progress bar, which its script inserts.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='; img-src 'self' data:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (options.Https)
            {
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }

            if (http.FindActor() is not null)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}
