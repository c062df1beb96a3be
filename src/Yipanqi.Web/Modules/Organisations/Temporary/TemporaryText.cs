using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>Faults of the forms of temporary organisations, at their fields.</summary>
internal static class TemporaryText
{
    public static readonly Refusal Absent = new("temporary.absent", "", "没有这个临时党组织，或已经解散，或者不在您管理的范围内。");

    public static void Needed(List<Refusal> refusals, string field, string label, string text, int length)
    {
        var fault = text.Length == 0 ? $"{label}没有填。" : UnitText.TooLong(label, text, length);
        if (fault is not null)
        {
            refusals.Add(new Refusal("temporary.text", field, fault));
        }
    }

    /// <summary>The day, or today where it is none, with the fault at its field.</summary>
    public static DateOnly Day(List<Refusal> refusals, string field, string text, DateOnly earliest, DateOnly latest)
    {
        var read = DayText.TryRead(text, out var day);
        var fault = !read ? "这不是日期。请写成 2021-07-01 的样子。"
            : day is null ? "日期没有填。"
            : day < earliest ? $"日期不能早于 {earliest:yyyy-MM-dd}。"
            : day > latest ? $"日期不能晚于 {latest:yyyy-MM-dd}。"
            : null;
        if (fault is not null)
        {
            refusals.Add(new Refusal("temporary.day", field, fault));
        }

        return day ?? latest;
    }
}
