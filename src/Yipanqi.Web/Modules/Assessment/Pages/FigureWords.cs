using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>Words beside figures: changes, absences, origins.</summary>
public static class FigureWords
{
    /// <summary>较上季 +1.2; null where there is no earlier figure.</summary>
    public static string? Change(double? change, T T) => Shown.Tenth(change) switch
    {
        null => null,
        0 => T["与上季持平"],
        { } value => T["较上季 {0}", Shown.Change(value)],
    };

    /// <summary>较上季 +3, of a count.</summary>
    public static string? Change(int now, int? before, T T) => before switch
    {
        null => null,
        { } known when known == now => T["与上季持平"],
        { } known => T["较上季 {0}", (now > known ? "+" : "−") + Math.Abs(now - known)],
    };

    /// <summary>Why there is no figure; empty where there is one.</summary>
    public static string Absence(AbsenceReason reason, T T) => reason switch
    {
        AbsenceReason.NotApplicable => T["不适用"],
        AbsenceReason.NotDue => T["未到期"],
        AbsenceReason.NotReported => T["未上报"],
        AbsenceReason.Suppressed => T["不足 5 人不显示"],
        _ => "",
    };

    public static string Origin(FigureOrigin origin, T T) => origin switch
    {
        FigureOrigin.Own => T["本单位上报"],
        FigureOrigin.Pooled => T["由下级汇总"],
        FigureOrigin.Linked => T["取自所联系的业务单位"],
        _ => "",
    };

    public static string Standing(RankStanding standing, T T) => standing switch
    {
        RankStanding.Leader => T["领跑"],
        RankStanding.Laggard => T["落后"],
        _ => T["不分先后"],
    };
}
