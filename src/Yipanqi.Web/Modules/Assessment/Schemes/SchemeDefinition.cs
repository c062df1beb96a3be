using System.Text.Json.Serialization;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// All that decides a figure: a tree of any depth with its weights, goalposts and rules. Stored as canonical JSON, whose
/// SHA-256 names the definition. See docs/methods/scheme.md.
/// </summary>
/// <param name="NotReported">What becomes of a figure that should be there and is not (availability).</param>
/// <param name="Levels">Whether organisations get levels 绿黄橙红 by the assessment rules.</param>
/// <param name="LeastScore">0, or 1 where a mean other than the arithmetic is used; the best score is always 100.</param>
public sealed record SchemeDefinition(string Code, string Name, MissingPolicy NotReported, bool Levels, int LeastScore, IReadOnlyList<SchemeNode> Nodes)
{
    /// <summary>How weights came about, where they were not simply set; null for none.</summary>
    public IReadOnlyList<SchemeWeighting>? Weightings { get; init; }

    /// <summary>Limits of the levels; null for the shipped ones.</summary>
    public SchemeThresholds? Thresholds { get; init; }

    /// <summary>By which limits levels are decided.</summary>
    [JsonIgnore]
    public LevelThresholds Limits => Thresholds?.ToLimits() ?? LevelThresholds.Default;

    /// <summary>Why the two tracks do not weigh the same, where they do not.</summary>
    public SignedReason? UnequalTracks { get; init; }
}
