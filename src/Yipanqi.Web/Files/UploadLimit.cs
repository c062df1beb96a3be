using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Files;

/// <summary>
/// Answers a form that is larger than its page takes: an import's page says so itself, elsewhere a sentence does. The bytes are read, since browsers show no answer before, and kept nowhere; of strangers they are not.
/// </summary>
public sealed class UploadLimit(RequestDelegate next, T texts)
{
    /// <summary>Up to this size the page of an import takes the file and answers.</summary>
    public const long Bytes = 64L * 1024 * 1024;

    /// <summary>What a page takes that says nothing of it, as the server has it.</summary>
    private const long Usual = 30_000_000;

    /// <summary>More than this is not even read to its end; the connection is closed.</summary>
    private const long MostRead = 1024L * 1024 * 1024;

    public const string Mark = "too-large";

    public async Task InvokeAsync(HttpContext http)
    {
        var most = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Usual;
        var isSignedIn = http.User.Identity is { IsAuthenticated: true };
        if (!isSignedIn || !http.Request.HasFormContentType || !(http.Request.ContentLength > most))
        {
            await next(http);
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostRead;
        }

        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        if (http.Request.Path.StartsWithSegments("/imports"))
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = $"{http.Request.Path}?{Mark}=1";
            return;
        }

        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(texts["文件合起来超过 {0} MB，没有办理。请回到原来的页面，换小一些的文件或分几次提交。", most / 1024 / 1024], http.RequestAborted);
    }
}
