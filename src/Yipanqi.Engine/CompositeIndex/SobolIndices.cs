namespace Yipanqi.Engine.CompositeIndex;

/// <summary>How much of the variance of an output each uncertain input explains.</summary>
/// <param name="First">S_i: share explained by input i alone; estimates may fall slightly below 0.</param>
/// <param name="Total">ST_i: share explained by input i with all its interactions; at least 0.</param>
public sealed record SobolIndices(double[] First, double[] Total);
