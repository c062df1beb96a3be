using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Yipanqi.Web.Access;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Shell.Forms;

/// <summary>
/// A form pressed twice, sent again by a slow network or by going back has one effect: <see cref="PostForm"/> renders a key with each
/// form, the first sending claims it, and any other with the same content is led to where the first one led. What was changed after
/// going back is another form.
/// </summary>
public sealed class SendOnce(RequestDelegate next, SentForms sent, T texts)
{
    public const string FieldName = "_once";

    public async Task InvokeAsync(HttpContext http)
    {
        if (!TryReadKey(http, out var key))
        {
            await next(http);
            return;
        }

        var account = AccountClaims.From(http.User);
        var whose = account?.AccountId ?? Guid.Empty;
        if (await sent.ClaimAsync(account, key, http.RequestAborted) is { } location)
        {
            await AnswerAgainAsync(http, location);
            return;
        }

        var done = false;
        try
        {
            await next(http);
            done = http.Response.StatusCode < StatusCodes.Status400BadRequest;
        }
        finally
        {
            await (done ? sent.KeepAsync(whose, key, LocationOf(http)) : sent.ReleaseAsync(whose, key));
        }
    }

    // Only a form whose token was found to be right has been read, and may claim anything.
    private static bool TryReadKey(HttpContext http, out Guid key)
    {
        key = Guid.Empty;
        return HttpMethods.IsPost(http.Request.Method) && http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
            && http.Request.HasFormContentType && Guid.TryParse(http.Request.Form[FieldName], out _) && (key = KeyOf(http.Request.Form)) != Guid.Empty;
    }

    private static Guid KeyOf(IFormCollection form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in form.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{field.Key}\0{string.Join('\0', field.Value.ToArray())}\0"));
        }

        foreach (var file in form.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{file.FileName}\0{file.Length}\0"));
        }

        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static string LocationOf(HttpContext http) => http.Response.Headers.Location is [{ Length: > 0 } told] ? told : http.Request.Path + http.Request.QueryString;

    private Task AnswerAgainAsync(HttpContext http, string location)
    {
        if (location.Length > 0)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = location;
            return Task.CompletedTask;
        }

        http.Response.StatusCode = StatusCodes.Status409Conflict;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(texts["这张表单已经提交，正在办理。请稍候打开原来的页面，看是否已经保存，不要重复提交。"], http.RequestAborted);
    }
}
