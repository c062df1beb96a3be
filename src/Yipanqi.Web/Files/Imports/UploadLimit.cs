using Microsoft.AspNetCore.Http.Features;

namespace Yipanqi.Web.Files.Imports;

/// <summary>Sends a far too large upload back to its page, which then says so. The bytes are read, since browsers show no answer before, and kept nowhere.</summary>
public sealed class UploadLimit(RequestDelegate next)
{
    /// <summary>Up to this size the page itself takes the file and answers.</summary>
    public const long Bytes = 64L * 1024 * 1024;

    /// <summary>More than this is not even read to its end; the connection is closed.</summary>
    private const long MostRead = 1024L * 1024 * 1024;

    public const string Mark = "too-large";

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !(http.Request.ContentLength > Bytes) || !http.Request.Path.StartsWithSegments("/imports"))
        {
            await next(http);
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostRead;
        }

        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"{http.Request.Path}?{Mark}=1";
    }
}
