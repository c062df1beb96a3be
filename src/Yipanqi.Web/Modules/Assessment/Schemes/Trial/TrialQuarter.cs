namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a scheme would have made of a published quarter.</summary>
public sealed record TrialQuarter(PublishedQuarter Head, int Organisations)
{
    public int ScoredBefore { get; init; }

    public int ScoredAfter { get; init; }

    /// <summary>Organisations whose rank or level would be another.</summary>
    public int Moved { get; init; }

    public int LevelsChanged { get; init; }

    /// <summary>Of these, how many would stand at a milder level.</summary>
    public int Better { get; init; }

    /// <summary>Spearman's ρ of the index by both schemes, −1 to 1; NaN where it has no value.</summary>
    public double Correlation { get; init; }

    /// <summary>Items of the scheme tried that the quarter has no figures for; they were left out with their weight.</summary>
    public IReadOnlyList<SchemeNode> Missing { get; init; } = [];

    /// <summary>Their share in the index, 0–1.</summary>
    public double MissingShare { get; init; }

    /// <summary>False where the trees cannot be set against each other item by item.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Largest move first.</summary>
    public IReadOnlyList<TrialMove> Moves { get; init; } = [];
}
