namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What may be said of a rank. The number is stored.</summary>
public enum RankingVerdict
{
    /// <summary>不分先后：the interval does not lie wholly in a third; or unranked.</summary>
    None = 0,

    /// <summary>领跑：wholly in the top third.</summary>
    Leader = 1,

    /// <summary>落后：wholly in the bottom third.</summary>
    Laggard = 2,
}
