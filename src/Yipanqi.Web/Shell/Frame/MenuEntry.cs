namespace Yipanqi.Web.Shell.Frame;

/// <summary>One line of the menu. A module registers it as a singleton; the label is Chinese text with an English entry in en.json.</summary>
public sealed record MenuEntry(MenuGroup Group, string Label, string Href, string Icon, int Order)
{
    /// <summary>Shown to those who hold one of them; empty for everyone signed in.</summary>
    public IReadOnlyList<string> AnyOf { get; init; } = [];

    /// <summary>Short name in the bar at the foot of a phone; the first four with one are shown.</summary>
    public string? TabLabel { get; init; }

    /// <summary>Place in that bar.</summary>
    public int TabOrder { get; init; }
}
