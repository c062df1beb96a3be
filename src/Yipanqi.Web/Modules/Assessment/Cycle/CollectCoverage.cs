namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How far the collection of a quarter is, counted by the database: pairs of organisation and item.</summary>
public sealed record CollectCoverage(int Organisations, IReadOnlyList<CollectCoverage.Dimension> Dimensions)
{
    /// <param name="Asked">Items of the dimension times organisations.</param>
    public sealed record Dimension(string Code, string Name, int Asked, int Reported)
    {
        public int Owed => Asked - Reported;
    }
}
