namespace Yipanqi.Web.Shell.Forms;

/// <summary>One value that can be chosen, with a line of explanation.</summary>
public sealed record Choice(string Value, string Label, string? Help = null);
