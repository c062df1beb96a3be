namespace Yipanqi.Web.Shell.Drawing;

/// <summary>One step of a waterfall: what it adds (positive) or takes off, and where that comes from.</summary>
public sealed record WaterfallStep(string Name, double By, string? Href = null);
