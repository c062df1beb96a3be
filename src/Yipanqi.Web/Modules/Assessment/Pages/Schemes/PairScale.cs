using System.Globalization;
using Yipanqi.Web.Shell.Forms;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages.Schemes;

/// <summary>Saaty's scale 1–9 in words, and its reciprocals.</summary>
public static class PairScale
{
    private static readonly int[] Steps = [9, 8, 7, 6, 5, 4, 3, 2, 1, -2, -3, -4, -5, -6, -7, -8, -9];

    public static IReadOnlyList<Choice> Choices(T t) => [.. Steps.Select(s => new Choice(s.ToString(CultureInfo.InvariantCulture), Label(t, s)))];

    /// <summary>3 or 1/3.</summary>
    public static string Text(int step) => step < 0 ? $"1/{-step}" : step.ToString(CultureInfo.InvariantCulture);

    /// <summary>The step that stands in the other half of the table.</summary>
    public static int Reciprocal(int step) => step == 1 ? 1 : -step;

    /// <summary>The step of the scale nearest to a ratio.</summary>
    public static int Nearest(double ratio)
    {
        var step = (int)Math.Clamp(Math.Round(ratio >= 1 ? ratio : 1 / ratio), 1, ExpertJudgement.LargestStep);
        return ratio >= 1 || step == 1 ? step : -step;
    }

    private static string Label(T t, int step)
    {
        var words = Math.Abs(step) switch { 1 => t["同等重要"], 3 => t["稍微重要"], 5 => t["明显重要"], 7 => t["强烈重要"], 9 => t["极端重要"], _ => "" };
        return words.Length == 0 ? Text(step) : step < 0 ? $"{Text(step)} {t["对方{0}", words]}" : $"{Text(step)} {words}";
    }
}
