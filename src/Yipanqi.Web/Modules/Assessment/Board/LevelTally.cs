namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How many organisations stand at each level.</summary>
public sealed record LevelTally(int Green, int Yellow, int Orange, int Red, int NoData)
{
    public int Total => Green + Yellow + Orange + Red + NoData;

    public int this[LevelState level] => level switch
    {
        LevelState.Green => Green,
        LevelState.Yellow => Yellow,
        LevelState.Orange => Orange,
        LevelState.Red => Red,
        _ => NoData,
    };

    public static LevelTally Of(IEnumerable<LevelState?> levels)
    {
        var counts = new int[5];
        foreach (var level in levels)
        {
            counts[(int)(level ?? LevelState.NoData)]++;
        }

        return new(counts[1], counts[2], counts[3], counts[4], counts[0]);
    }
}
