namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Why a level was set.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Level">The level it sets by itself.</param>
/// <param name="Figure">The figure that decided, rounded as it is shown; NaN where data is missing.</param>
/// <param name="Limit">The limit it passed; NaN where none was passed.</param>
/// <param name="Clause">The clause of the rule.</param>
/// <param name="Track">The track that lags (gap) or has no data; None where that does not matter.</param>
public readonly record struct LevelReason(
    LevelSignal Signal, WarningLevel Level, double Figure, double Limit, string Clause, Track Track = Track.None);
