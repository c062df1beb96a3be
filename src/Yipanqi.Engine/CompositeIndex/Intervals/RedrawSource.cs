namespace Yipanqi.Engine.CompositeIndex;

/// <summary>What the figures of an item are redrawn from. Rows without it (NaN) are held fixed.</summary>
public abstract record RedrawSource;
