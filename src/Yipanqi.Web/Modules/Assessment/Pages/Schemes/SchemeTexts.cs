using System.Globalization;
using Yipanqi.Web.Shell.Parts;

namespace Yipanqi.Web.Modules.Assessment.Pages.Schemes;

/// <summary>States and figures of schemes as the pages write them.</summary>
public static class SchemeTexts
{
    public static string State(SchemeLine line) => State(line.Status);

    public static string State(SchemeStatus status) => status switch
    {
        SchemeStatus.Published => "已发布",
        SchemeStatus.Submitted => "审核中",
        SchemeStatus.Reviewed => "审核通过，待发布",
        _ => "草稿",
    };

    public static ChipState Chip(SchemeLine line) => line.Status == SchemeStatus.Published ? ChipState.Done : ChipState.UnderWay;

    public static string Plain(double number) => number.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>As an input takes it.</summary>
    public static string Typed(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A share with two decimals: weights of items are small.</summary>
    public static string Share(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + "%";

    public static string Ratio(double ratio) => double.IsNaN(ratio) ? "–" : ratio.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Indent(int depth) => new('　', depth);
}
