namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A node in reading order.</summary>
/// <param name="Depth">0 at the root.</param>
/// <param name="Share">Share in the index when nothing is missing, 0–1.</param>
public sealed record SchemeTreeRow(SchemeNode Node, int Depth, double Share);
