namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>Addresses of the reading pages.</summary>
public static class AssessmentLinks
{
    public const string Board = "/";
    public const string Organs = "/organs";
    public const string Ranking = "/assessment";
    public const string Method = "/about/figures";

    public static string Organ(Guid id) => $"{Organs}/{id}";

    public static string Item(Guid id, string code) => $"{Organs}/{id}/items/{Uri.EscapeDataString(code)}";
}
