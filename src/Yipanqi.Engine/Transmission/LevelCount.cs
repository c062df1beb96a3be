namespace Yipanqi.Engine.Transmission;

/// <summary>What fell due at one level of a chain in a period.</summary>
/// <param name="Due">Obligations due; at least 0.</param>
/// <param name="OnTime">Of them, those accepted that were done by their due day; 0 to <paramref name="Due"/>.</param>
public readonly record struct LevelCount(int Due, int OnTime)
{
    /// <summary>On-time rate, 0–1; null where nothing was due.</summary>
    public double? Rate => Due == 0 ? null : (double)OnTime / Due;
}
