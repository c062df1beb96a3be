namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Addresses of the page that tells what lists cost.</summary>
internal static class BurdenLinks
{
    public const string Page = "/duties/burden";

    /// <summary>A duty's line on the page of a unit and year.</summary>
    public static string Of(Guid unitId, int year, string dutyCode) => $"{Page}?unit.Id={unitId}&year={year}#{dutyCode}";
}
