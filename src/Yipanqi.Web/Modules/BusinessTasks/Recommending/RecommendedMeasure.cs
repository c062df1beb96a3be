using Yipanqi.Web.Modules.BusinessTasks.Measures;

namespace Yipanqi.Web.Modules.BusinessTasks.Recommending;

/// <summary>A measure that fits a key task: the organisation's own or a case of another place.</summary>
/// <param name="Own">Null for a case.</param>
/// <param name="Case">Null for a measure of the tenant.</param>
/// <param name="Words">What made it fit, the strongest first.</param>
public sealed record RecommendedMeasure(MeasureLine? Own, CaseMeasure? Case, IReadOnlyList<string> Words)
{
    public string Name => Own?.Name ?? Case!.Name;

    public string Kind => Own?.Kind ?? Case!.Kind;

    public string Description => Own?.Description ?? Case!.Description;

    /// <summary>The words as they stand in the measure itself: of 强降雨–堤坝（水利防汛） the second.</summary>
    public IEnumerable<string> Marked => Words.Select(w => w.Split('（')[0].Split('–')[^1]);
}
