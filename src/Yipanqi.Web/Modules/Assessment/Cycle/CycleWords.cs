using System.Globalization;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The states of a quarter and what stands in the way of a step, in words.</summary>
public static class CycleWords
{
    public static string NameOf(QuarterState state) => state switch
    {
        QuarterState.Collecting => "填报",
        QuarterState.Previewing => "预览",
        QuarterState.Objecting => "申诉",
        QuarterState.Published => "已发布",
        QuarterState.Correcting => "更正",
        _ => "未开",
    };

    /// <summary>10月20日, with the year where it is another one than the quarter's.</summary>
    public static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    public static Refusal Of(CycleObstacle obstacle, QuarterCycle cycle, QuarterState to) => obstacle switch
    {
        CycleObstacle.NoObjectionPeriod => new("cycle.no-objections", "", "本季度开启时定为不设申诉期，核对后可以直接发布。"),
        CycleObstacle.ObjectionsDue => new("cycle.objections-due", "", $"本季度设有 {cycle.ObjectionDays} 天申诉期，请先进入申诉，期满后再发布。"),
        CycleObstacle.ObjectionsRunning => new("cycle.objections-running", "", $"申诉期到 {Day(cycle.ObjectionsUntil!.Value)}止，期满后才能发布。"),
        _ => new("cycle.step", "", $"本季度现在是“{NameOf(cycle.State)}”，不能转为“{NameOf(to)}”。请刷新后再看。"),
    };
}
