using System.Text.RegularExpressions;

namespace Yipanqi.Web.Tests.Shell;

/// <summary>
/// Every class of the mock pages' component styles is drawn by something of the product. Assets/components.css is their style sheet,
/// kept as it came; what the product adds stands in product.css.
/// </summary>
public sealed partial class ComponentStyleTests
{
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["y-bar"] = "ScoreBar draws it as svg, since lengths cannot be inline styles",
        ["y-iv"] = "RankBar draws it as svg, for the same reason",
        ["y-file"] = "the browser's own file field is used",
        ["y-delta"] = "changes are written in words",
        ["y-up"] = "the same",
        ["y-tight"] = "Card Bare stands for it",
        ["y-when"] = "the deadline of a list of things to decide, which comes with its module",
        ["y-c"] = "centred text, used by no table",
        ["y-g3"] = "a grid of three, used by no page yet",
    };

    [Fact]
    public void Every_class_of_the_mocks_is_used_by_a_component_or_listed()
    {
        var used = Classes().Where(c => IsUsed(c)).ToHashSet();

        Classes().Except(used).Except(Exceptions.Keys).ShouldBeEmpty("no component draws these");
        Exceptions.Keys.Intersect(used).ShouldBeEmpty("listed as unused, but used");
        Exceptions.Keys.Except(Classes()).ShouldBeEmpty("listed, but not a class of the mocks");
        used.Count.ShouldBeGreaterThan(80);
    }

    [Fact]
    public void Sees_a_class_that_nothing_draws() => IsUsed("y-nothing-draws-this").ShouldBeFalse();

    [Fact]
    public void Every_component_of_the_shell_stands_in_the_style_guide_or_is_part_of_one_that_does()
    {
        var shell = Path.Combine(SourceTree.Web, "Shell");
        var guide = string.Concat(Directory.EnumerateFiles(Path.Combine(shell, "Styleguide")).Select(File.ReadAllText));
        var lacking = Directory.EnumerateFiles(shell, "*.razor", SearchOption.AllDirectories).Where(f => Path.GetDirectoryName(f)! is var folder && folder != shell && Path.GetFileName(folder) is not ("Frame" or "Styleguide"))
            .Select(f => Path.GetFileNameWithoutExtension(f)).Where(name => name != "_Imports" && !guide.Contains($"<{name}", StringComparison.Ordinal) && !Elsewhere.ContainsKey(name)).ToList();

        lacking.ShouldBeEmpty();
    }

    [Fact]
    public void The_frame_round_every_page_is_round_the_style_guide_too() =>
        new[] { Path.Combine("Frame", "MainLayout.razor"), Path.Combine("Styleguide", "SampleLayout.razor") }.ShouldAllBe(f => File.ReadAllText(Path.Combine(SourceTree.Web, "Shell", f)).Contains("<PageFrame"));

    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["Breadcrumbs"] = "in PageHead",
        ["FieldFrame"] = "in every field",
        ["ListTools"] = "in ListTable",
        ["RowBox"] = "in ListTable and SheetRow",
        ["LevelShape"] = "in LevelBadge",
        ["Seal"] = "in the frame",
        ["StoneShape"] = "the drawing in Stone and in the rows of the chessboard",
        ["PrintButton"] = "prints what it stands on",
        ["Term"] = "Help, with the sentence of a module's glossary",
    };

    private static IReadOnlyList<string> Classes() =>
        [.. ClassNames().Matches(File.ReadAllText(Path.Combine(SourceTree.Web, "Assets", "components.css"))).Select(m => m.Groups[1].Value).Distinct().Order()];

    // Levels are put together from their name: y-lv-@Level.Style().
    private static bool IsUsed(string name) => Source.Value.Contains(name.StartsWith("y-lv-", StringComparison.Ordinal) && name != "y-lv-lg" ? "y-lv-@" : name, StringComparison.Ordinal)
        && (name.StartsWith("y-lv-", StringComparison.Ordinal) || Regex.IsMatch(Source.Value, $"(?<![a-z0-9-]){name}(?![a-z0-9-])"));

    private static readonly Lazy<string> Source = new(() => string.Concat(SourceTree.Files("*.razor").Concat(SourceTree.Files("*.cs")).Select(File.ReadAllText)));

    [GeneratedRegex(@"\.(y-[a-z0-9-]+)")]
    private static partial Regex ClassNames();
}
