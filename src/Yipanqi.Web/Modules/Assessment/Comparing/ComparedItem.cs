namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One item in both quarters, and its contribution to the change of the index: by its figure, by weights, by what came or went.</summary>
/// <param name="Unit">Unit of the value: %, 天, 分 and so on.</param>
/// <param name="Dimension">The child of the root it stands under.</param>
public sealed record ComparedItem(string Code, string Name, string Unit, ItemName Dimension, ComparedFigure Before, ComparedFigure After, double Value, double Weight, double Coverage)
{
    public double Total => Value + Weight + Coverage;

    /// <summary>Has a score in one of the quarters only.</summary>
    public bool IsInOneOnly => Before.HasScore != After.HasScore;
}
