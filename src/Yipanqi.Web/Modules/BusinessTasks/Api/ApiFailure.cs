using Microsoft.AspNetCore.Diagnostics;
using Yipanqi.Web.Shell;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>
/// A failure behind an address of the interface, told to the program that asked as it is told everything else: problem+json. With the database away for the
/// moment 503 with Retry-After; nothing of such a request was kept, and it can be sent again as it is.
/// </summary>
internal sealed class ApiFailure : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request itself is on its way to the error page by now.
        if (httpContext.Features.Get<IExceptionHandlerPathFeature>() is not { } failed || !new PathString(failed.Path).StartsWithSegments(TasksApi.Path))
        {
            return false;
        }

        httpContext.Response.Headers.CacheControl = "no-store";
        var (status, title, detail) = DatabaseAway.IsAway(exception)
            ? (StatusCodes.Status503ServiceUnavailable, "数据库正在恢复，没有保存。", "通常不到一分钟。请按 Retry-After 稍后把同样的内容再送一次。")
            : (StatusCodes.Status500InternalServerError, "平台出了差错，没有保存。", "请稍后再送一次；再出现，请联系平台的维护人员。");
        await Problem.WriteAsync(httpContext.Response, status, title, detail, cancellationToken);
        return true;
    }
}
