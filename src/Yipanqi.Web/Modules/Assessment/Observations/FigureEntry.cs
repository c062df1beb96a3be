using System.Globalization;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// One figure as a person writes it into one field: 18/20 (numerator / denominator), 90%, 0.9, or the reason why there is none.
/// What is stored is its canonical form, which reads back to the same figure.
/// </summary>
public static class FigureEntry
{
    /// <summary>Longest text that is taken.</summary>
    public const int MostLength = 60;

    public const string Help = "比率写分子/分母，如 18/20；也可写 90% 或 0.9。没有数就写原因：" + AbsenceWords.All + "。";

    /// <summary>The figure, or the sentence that says what is wrong with it.</summary>
    public static (Reported? Reported, string Wrong) Parse(SchemeNode node, string text)
    {
        var plain = text.Replace('／', '/').Trim();
        if (plain.Length is 0 or > MostLength)
        {
            return (null, "请填数值。" + Help);
        }

        var parts = plain.Split('/');
        var reported = AbsenceWords.Parse(plain) is { } reason ? new Reported(null, Absence: reason)
            : parts.Length == 2 && FigureText.Parse(parts[0]) is { } above && FigureText.Parse(parts[1]) is { } below ? new Reported(null, above, below)
            : FigureText.Parse(plain) is { } value ? new Reported(value)
            : null;
        return reported is null ? (null, $"“{plain}”不是数值。{Help}")
            : ReportedCheck.Wrong(node, reported) is { } wrong ? (null, wrong.Message)
            : (reported, "");
    }

    /// <summary>The canonical text of a figure.</summary>
    public static string Write(Reported reported) => reported switch
    {
        { Absence: not AbsenceReason.None } => AbsenceWords.NameOf(reported.Absence),
        { Numerator: { } above, Denominator: { } below } => $"{Plain(above)}/{Plain(below)}",
        { Value: { } value } => Plain(value),
        _ => "",
    };

    /// <summary>A stored text as a figure; it was checked when it was taken.</summary>
    public static Reported Read(SchemeNode node, string stored) =>
        Parse(node, stored).Reported ?? throw new InvalidOperationException($"'{stored}' is no figure of item {node.Code}.");

    private static string Plain(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
