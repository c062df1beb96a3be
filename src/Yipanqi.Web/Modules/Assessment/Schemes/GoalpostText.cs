using System.Globalization;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A floor or target as people read it: a share as per cent, anything else with its unit.</summary>
public static class GoalpostText
{
    public static string Of(SchemeItem item, double? number) => number is not { } known ? ""
        : item.Unit == "%" ? Plain(100 * known) + "%"
        : Plain(known) + item.Unit;

    // 100 × 0.07 is not quite 7.
    private static string Plain(double number) => Math.Round(number, 9).ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');
}
