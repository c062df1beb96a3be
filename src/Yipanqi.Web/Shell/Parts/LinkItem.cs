namespace Yipanqi.Web.Shell.Parts;

/// <summary>One link of tabs or of a filter, with what it would show.</summary>
public sealed record LinkItem(string Label, string Href, bool Current = false, int? Count = null);
