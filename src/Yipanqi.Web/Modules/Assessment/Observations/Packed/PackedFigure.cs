namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One observation on its way into a chunk or out of one.</summary>
/// <param name="At">Place of the unit in its part.</param>
internal readonly record struct PackedFigure(int At, Reported Reported, Provenance From);
