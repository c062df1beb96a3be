namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Limits of the signals that follow from a run: versioned data of a rule set, here with the defaults.</summary>
public sealed record LevelThresholds
{
    /// <summary>The default rule set.</summary>
    public static LevelThresholds Default { get; } = new();

    /// <summary>A score below a limit sets its level: below 80 yellow, 70 orange, 60 red.</summary>
    public LevelLimits Score { get; init; } = new(80, 70, 60, "assessment 3.1");

    /// <summary>A coordination degree D below a limit sets at least its level: 0.7, 0.6, 0.5.</summary>
    public LevelLimits Coordination { get; init; } = new(0.7, 0.6, 0.5, "assessment 3.1");

    /// <summary>A gap at or above a limit sets at least its level: 15 yellow, 25 orange.</summary>
    public LevelLimits Gap { get; init; } = new(15, 25, null, "assessment 3.2");

    /// <summary>A fall at or above a limit sets at least its level: 8 yellow, 15 orange.</summary>
    public LevelLimits Fall { get; init; } = new(8, 15, null, "assessment 3.3");

    /// <summary>The clause by which missing data is grey.</summary>
    public string NoDataClause { get; init; } = "assessment 3.9";

    /// <summary>The clause by which a veto is red.</summary>
    public string VetoClause { get; init; } = "assessment 3.8";
}
