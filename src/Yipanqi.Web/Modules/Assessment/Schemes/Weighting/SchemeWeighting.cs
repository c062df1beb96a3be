using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// How the weights of siblings came about; the weights themselves stand at the nodes. Below the root the siblings of one track are
/// weighed among themselves, so that the tracks keep their shares.
/// </summary>
/// <param name="Node">Code of the parent.</param>
/// <param name="Track">Which children of the root; None below any other node.</param>
public sealed record SchemeWeighting(string Node, Track Track, WeightMethod Method)
{
    /// <summary>The siblings judged, in the order of the judgements.</summary>
    public IReadOnlyList<string>? Codes { get; init; }

    /// <summary>Kept beside any method: only <see cref="WeightMethod.Ahp"/> and a blend take them for the weights.</summary>
    public IReadOnlyList<ExpertJudgement>? Experts { get; init; }

    /// <summary>Name of the random-index table of the judgements; null is saaty_1980.</summary>
    public string? RandomIndex { get; init; }

    /// <summary>Which half of a blend comes from figures: entropy or CRITIC.</summary>
    public WeightMethod? Objective { get; init; }

    /// <summary>The published quarter whose figures were taken.</summary>
    public string? Quarter { get; init; }

    /// <summary>Share of the judgements in a blend.</summary>
    public double? Alpha { get; init; }

    /// <summary>Why judgements that contradict each other are used all the same.</summary>
    public SignedReason? Reason { get; init; }
}
