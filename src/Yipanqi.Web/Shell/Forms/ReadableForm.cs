using Microsoft.AspNetCore.Antiforgery;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Shell.Forms;

/// <summary>What says that it is a form and cannot be read as one is the sender's fault: told so here, before any page meets it.</summary>
public sealed class ReadableForm(RequestDelegate next, T texts)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var readsItself = http.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };
        if (http.Request.HasFormContentType && !readsItself && await FaultAsync(http) is { } status)
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(texts["提交的内容读不出来，没有办理。请回到原来的页面重新提交。"], http.RequestAborted);
            return;
        }

        await next(http);
    }

    private static async Task<int?> FaultAsync(HttpContext http)
    {
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
