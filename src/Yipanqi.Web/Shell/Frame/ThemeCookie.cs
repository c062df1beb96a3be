namespace Yipanqi.Web.Shell.Frame;

/// <summary>The reader's choice of light or dark, read on the server so that the page is painted in it at once.</summary>
public static class ThemeCookie
{
    public const string Name = "y-theme";

    public static string Read(HttpContext? context) => context is not null && HostCookie.Read(context, Name) == "dark" ? "dark" : "light";

    public static string Other(string theme) => theme == "dark" ? "light" : "dark";
}
