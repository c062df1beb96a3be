namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>What was sent in a form, so that a refusal keeps it.</summary>
internal static class Typed
{
    public static string Of(HttpContext http, string field, string otherwise = "") =>
        http.Request.HasFormContentType && http.Request.Form.TryGetValue(field, out var typed) ? typed.ToString() : otherwise;

    public static DateOnly? Day(HttpContext http, string field) => DateOnly.TryParse(Of(http, field), System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null;
}
