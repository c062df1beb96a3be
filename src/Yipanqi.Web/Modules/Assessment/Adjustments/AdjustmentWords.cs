using System.Globalization;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Kinds and points of adjustments as the pages write them.</summary>
public static class AdjustmentWords
{
    public static string NameOf(AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.Bonus => "加分",
        AdjustmentKind.Deduction => "减分",
        _ => "一票否决",
    };

    public static string NameOf(AdjustmentState state) => state switch
    {
        AdjustmentState.Entered => "待确认",
        AdjustmentState.Confirmed => "已确认",
        _ => "已撤回",
    };

    /// <summary>+1.5 or −0.5; empty for a veto.</summary>
    public static string Points(AdjustmentKind kind, int hundredths) =>
        kind == AdjustmentKind.Veto ? "" : (kind == AdjustmentKind.Bonus ? "+" : "−") + (hundredths / 100.0).ToString("0.##", CultureInfo.InvariantCulture);
}
