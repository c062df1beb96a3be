namespace Yipanqi.Web.Files.Imports;

/// <summary>Sends a far too large upload back to its page, which then says so, before a byte of it is kept.</summary>
public sealed class UploadLimit(RequestDelegate next)
{
    /// <summary>Up to this size the page itself takes the file and answers; beyond it nothing is read.</summary>
    public const long Bytes = 64L * 1024 * 1024;

    public const string Mark = "too-large";

    public Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !(http.Request.ContentLength > Bytes) || !http.Request.Path.StartsWithSegments("/imports"))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"{http.Request.Path}?{Mark}=1";
        return Task.CompletedTask;
    }
}
