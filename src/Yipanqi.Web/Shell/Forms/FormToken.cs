using Microsoft.AspNetCore.Antiforgery;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Shell.Forms;

/// <summary>A form whose token is missing, too old or another person's is refused here, the same way for every address.</summary>
public sealed class FormToken(RequestDelegate next, T texts)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(texts["表单已经过期，没有办理。请回到原来的页面，刷新后重新提交。"], http.RequestAborted);
    }
}
