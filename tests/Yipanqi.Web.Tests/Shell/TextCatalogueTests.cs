using System.Text.RegularExpressions;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Tests.Shell;

public partial class TextCatalogueTests
{
    [Fact]
    public void Every_text_of_a_page_has_an_english_entry()
    {
        var lacking = SourceFiles().SelectMany(f => TextKeys().Matches(File.ReadAllText(f)).Select(m => Regex.Unescape(m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value)))
            .Distinct().Where(key => !T.Catalogue.ContainsKey(key)).Order().ToList();

        lacking.ShouldBeEmpty("add these to the en.json of the module, or to Shell/Text/en.json");
    }

    [Fact]
    public void An_english_entry_takes_the_same_values_as_the_chinese_text()
    {
        var differing = T.Catalogue.Where(e => Values(e.Key) != Values(e.Value)).Select(e => e.Key);

        differing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_icon_named_in_the_source_is_in_the_sprite()
    {
        var drawn = Regex.Matches(File.ReadAllText(Path.Combine(WebProject(), "Assets", "icons.json")), "\"([a-z0-9-]+)\"").Select(m => m.Groups[1].Value).ToHashSet();

        var lacking = SourceFiles().SelectMany(f => IconNames().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value))
            .Distinct().Where(name => !drawn.Contains(name)).ToList();

        lacking.ShouldBeEmpty("add these to src/Yipanqi.Web/Assets/icons.json");
    }

    private static string Values(string text) => string.Join(" ", Placeholders().Matches(text).Select(m => m.Value).Distinct().Order());

    private static IEnumerable<string> SourceFiles() => new[] { "*.razor", "*.cs" }
        .SelectMany(pattern => Directory.EnumerateFiles(WebProject(), pattern, SearchOption.AllDirectories))
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Intersect(["obj", "bin", "node_modules"]).Any());

    private static string WebProject()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Yipanqi.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The solution is not above the tests.");
        }

        return Path.Combine(folder.FullName, "src", "Yipanqi.Web");
    }

    [GeneratedRegex("""\bT\["((?:[^"\\]|\\.)*)"|new MenuEntry\([^"]*"([^"]*)""")]
    private static partial Regex TextKeys();

    [GeneratedRegex("""<Icon Name="([a-z0-9-]+)"|new MenuEntry\([^"]*"[^"]*", [^,]*, "([a-z0-9-]+)""")]
    private static partial Regex IconNames();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholders();
}
