using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Faults of the forms of fusion points, task forces and pledges, at their fields.</summary>
internal static class FusionText
{
    public const string Code = "fusion.text";

    public static void Needed(List<Refusal> refusals, string field, string label, string text, int length)
    {
        if (text.Length == 0)
        {
            refusals.Add(new Refusal(Code, field, $"{label}没有填。"));
        }

        Short(refusals, field, label, text, length);
    }

    public static void Short(List<Refusal> refusals, string field, string label, string text, int length)
    {
        if (UnitText.TooLong(label, text, length) is { } fault)
        {
            refusals.Add(new Refusal(Code, field, fault));
        }
    }

    /// <summary>The day, or <paramref name="latest"/> where it is none, with the fault at its field.</summary>
    public static DateOnly Day(List<Refusal> refusals, string field, string text, DateOnly earliest, DateOnly latest)
    {
        var fault = !DayText.TryRead(text, out var day) ? "这不是日期。请写成 2026-07-01 的样子。"
            : day is null ? "日期没有填。"
            : day < earliest ? $"日期不能早于 {earliest:yyyy-MM-dd}。"
            : day > latest ? $"日期不能晚于 {latest:yyyy-MM-dd}。"
            : null;
        if (fault is not null)
        {
            refusals.Add(new Refusal(Code, field, fault));
        }

        return day ?? latest;
    }
}
