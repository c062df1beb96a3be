namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>Addresses of the reading pages.</summary>
public static class AssessmentLinks
{
    public const string Board = "/";
    public const string Organs = "/organs";
    public const string Ranking = "/assessment";
    public const string Method = "/about/figures";
    public const string Comparison = "/assessment/comparison";
    public const string Bulletins = "/assessment/bulletins";
    public const string Race = "/assessment/race";
    public const string Year = "/assessment/year";
    public const string Talks = "/assessment/talks";
    public const string Examples = "/assessment/examples";

    public static string Organ(Guid id) => $"{Organs}/{id}";

    /// <summary>The change of an organisation between two quarters.</summary>
    public static string Compared(Guid id, Quarter from, Quarter to) => $"{Comparison}/{id}?from={from}&to={to}";

    public static string Talk(Guid unitId, Quarter quarter) => $"{Talks}/{unitId}?quarter={quarter}";

    public static string Item(Guid id, string code) => $"{Organs}/{id}/items/{Uri.EscapeDataString(code)}";
}
