namespace Yipanqi.Web.Shell;

/// <summary>
/// Refuses what a page of another site makes a reader's browser send, before any form token is looked at. Browsers say themselves
/// where a request comes from (Sec-Fetch-Site) and no page can make them lie; those too old for it still send Origin with a form.
/// </summary>
public sealed class SameOrigin(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (IsRead(http.Request.Method) || ComesFromHere(http.Request))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync("这次提交来自别的网站，没有办理。请回到本平台的页面重新提交。", http.RequestAborted);
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool ComesFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin is var origin && (origin.Count == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value)),
        _ => false,
    };
}
