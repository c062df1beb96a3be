namespace Yipanqi.Web.Shell.Frame;

/// <summary>The menu of one reader: entries in order, without those the reader may not use, with the one that is open.</summary>
public sealed class Menu(IEnumerable<MenuEntry> entries, FrameFacts facts, string path)
{
    private const int TabsOnAPhone = 4;

    private readonly List<MenuEntry> shown =
        [.. entries.Where(e => e.AnyOf.Count == 0 || e.AnyOf.Any(facts.Allows)).OrderBy(e => e.Group).ThenBy(e => e.Order)];

    public IEnumerable<IGrouping<MenuGroup, MenuEntry>> Groups => shown.GroupBy(e => e.Group);

    public IReadOnlyList<MenuEntry> Tabs => [.. shown.Where(e => e.TabLabel is not null).OrderBy(e => e.TabOrder).Take(TabsOnAPhone)];

    public int? Count(MenuEntry entry) => facts.Counts.TryGetValue(entry.Href, out var count) ? count : null;

    /// <summary>The entry whose address is the longest one this page lies under.</summary>
    public MenuEntry? Current => shown.Where(e => Covers(e.Href)).MaxBy(e => e.Href.Length);

    private bool Covers(string href) =>
        path.Equals(href, StringComparison.OrdinalIgnoreCase) || (href != "/" && path.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase));
}
