using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Whether a reported figure can be right for its item. Answers the field and the sentence.</summary>
internal static class ReportedCheck
{
    private const double RoundingOfValue = 1e-6;

    public static (string Field, string Message)? Wrong(SchemeNode node, Reported reported)
    {
        var item = node.Item!;
        var isShare = item.Kind == FigureKind.Ratio;
        return reported switch
        {
            { Absence: not AbsenceReason.None } when reported.Value is not null || reported.Numerator is not null || reported.Denominator is not null =>
                ("reason", "写了缺数原因，就不要再填数。请删去其中一样。"),
            { Absence: not AbsenceReason.None } => null,
            { Value: null, Parts: "" } when reported.Numerator is null || reported.Denominator is null =>
                ("value", $"没有数。请填分子和分母，或填数值，或写缺数原因（{AbsenceWords.All}）。"),
            { Denominator: < 0 } => ("denominator", "分母不能为负。"),
            { SampleSize: < 0 } => ("n", "样本数不能为负。"),
            { Numerator: < 0 } when isShare => ("numerator", "分子不能为负。"),
            { Numerator: { } above, Denominator: { } below } when isShare && above > below => ("numerator", $"分子 {above:0.####} 大于分母 {below:0.####}，请核对。"),
            { Value: { } value } when isShare && (value < 0 || value > 1) => ("value", $"比率应在 0–1 之间，或写成百分数，如 85%。现在是 {value:0.####}。"),
            { Value: { } value } when item.RatingSteps > 0 && (value < 1 || value > item.RatingSteps) => ("value", $"评分应在 1–{item.RatingSteps} 之间，现在是 {value:0.####}。"),
            { Value: { } value, Numerator: { } above, Denominator: { } below } when below > 0 && Math.Abs(value - (above / below)) > RoundingOfValue * Math.Max(1, Math.Abs(value)) =>
                ("value", $"数值 {value:0.####} 与分子 ÷ 分母（{above / below:0.####}）不一致，请核对。"),
            { Source.Length: > 120 } => ("source", "来源不超过 120 字。"),
            _ => null,
        };
    }

    /// <summary>Of fewer than five anonymous answers only the reason is kept.</summary>
    public static Reported WithoutFewAnswers(SchemeItem item, Reported reported) =>
        reported.Absence == AbsenceReason.None && OwnFigure.Of(item, reported).Reason == AbsenceReason.Suppressed
            ? new Reported(null, Absence: AbsenceReason.Suppressed, Source: reported.Source)
            : reported;
}
