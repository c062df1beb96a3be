namespace Yipanqi.Engine.CompositeIndex;

/// <summary>What one item did to the change of a score between two periods, in points of that score.</summary>
/// <param name="Item">Position of the item.</param>
/// <param name="Value">Because its figure changed.</param>
/// <param name="Weight">Because the scheme gave it, or a node above it, another weight.</param>
/// <param name="Coverage">Because it, or something beside or above it, came or went: reported or not, applicable or not.</param>
public readonly record struct ItemContribution(int Item, double Value, double Weight, double Coverage)
{
    /// <summary>The three together.</summary>
    public double Total => Value + Weight + Coverage;
}
