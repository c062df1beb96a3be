namespace Yipanqi.Engine.CompositeIndex;

/// <summary>A figure of a parent organisation, or why it has none.</summary>
/// <param name="Value">In the unit of the item; NaN where absent.</param>
/// <param name="Reason">None where there is a value.</param>
public readonly record struct PooledFigure(double Value, AbsenceReason Reason);
