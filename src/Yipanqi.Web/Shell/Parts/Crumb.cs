namespace Yipanqi.Web.Shell.Parts;

/// <summary>One place on the way to a page; the last one has no address.</summary>
public sealed record Crumb(string Label, string? Href = null);
