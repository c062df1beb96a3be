namespace Yipanqi.Engine.CompositeIndex;

/// <summary>An item that compares organisations and could not do so in one peer group; it is NotApplicable there.</summary>
/// <param name="Item">Position of the item.</param>
/// <param name="Group">The peer group; −1 for organisations without one.</param>
/// <param name="Reason">Why.</param>
public readonly record struct RelativeDrop(int Item, int Group, RelativeDropReason Reason);
