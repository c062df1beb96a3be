using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The reasons why a figure is absent, as people write them.</summary>
public static class AbsenceWords
{
    private static readonly Dictionary<string, AbsenceReason> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["不适用"] = AbsenceReason.NotApplicable,
        ["NotApplicable"] = AbsenceReason.NotApplicable,
        ["未到期"] = AbsenceReason.NotDue,
        ["未发生"] = AbsenceReason.NotDue,
        ["NotDue"] = AbsenceReason.NotDue,
        ["未报送"] = AbsenceReason.NotReported,
        ["未上报"] = AbsenceReason.NotReported,
        ["NotReported"] = AbsenceReason.NotReported,
        ["样本不足"] = AbsenceReason.Suppressed,
        ["不足5人"] = AbsenceReason.Suppressed,
        ["不足5份"] = AbsenceReason.Suppressed,
        ["Suppressed"] = AbsenceReason.Suppressed,
    };

    public const string All = "不适用、未到期、未上报、不足 5 人";

    public static AbsenceReason? Parse(string text) => Words.TryGetValue(text.Replace(" ", ""), out var reason) ? reason : null;

    public static string NameOf(AbsenceReason reason) => reason switch
    {
        AbsenceReason.NotApplicable => "不适用",
        AbsenceReason.NotDue => "未到期",
        AbsenceReason.NotReported => "未上报",
        AbsenceReason.Suppressed => "不足 5 人",
        _ => "",
    };
}
